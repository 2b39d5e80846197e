package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.RegistryKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a registry host is first spoken to: over TLS; on a host that the user allowed also over plain http, as docker and jib
 * do it. Who asks for a host while somebody else does shares that attempt.
 */
final class Approach {
    /**
     * A plain server that waits for the end of a line takes a TLS greeting without a word, and would cost the whole
     * time-out; so plain http is tried beside TLS after this. Only on a port that the user named: of the two default ports
     * both may be served, and TLS comes first.
     */
    private static final long HEAD_START_MILLIS = 300;

    private static final List<Cause> WORTH_PLAIN_HTTP = List.of(
            Cause.HTTP_HTTPS_MISMATCH,
            Cause.TLS_HANDSHAKE_TIMEOUT,
            Cause.CONNECTION_REFUSED,
            Cause.CONNECTION_TIMEOUT,
            Cause.CONNECTION_RESET);

    private final Map<String, URI> endpoints;
    private final Predicate<String> isAllowed;
    private final Ping ping;
    private final ExecutorService threads;
    private final Map<String, CompletableFuture<Reach>> attempts = new ConcurrentHashMap<>();
    private final Map<String, Future<Reach>> begun = new ConcurrentHashMap<>();

    /** Sends {@code GET /v2/}. */
    interface Ping {
        HttpOutcome of(URI base) throws InterruptedException;
    }

    Approach(Map<String, URI> endpoints, Predicate<String> isAllowed, Ping ping, ExecutorService threads) {
        this.endpoints = endpoints;
        this.isAllowed = isAllowed;
        this.ping = ping;
        this.threads = threads;
    }

    /** Begins before anybody waits; what it comes to is kept for the first who does. */
    void begin(String host) {
        begun.computeIfAbsent(host.toLowerCase(Locale.ROOT), name -> threads.submit(() -> shared(name)));
    }

    Reach to(String host) throws InterruptedException {
        String name = host.toLowerCase(Locale.ROOT);
        Future<Reach> early = begun.remove(name);
        if (early == null) {
            return shared(name);
        }
        try {
            return early.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Reach shared(String name) throws InterruptedException {
        Reach reach = null;
        while (reach == null) {
            CompletableFuture<Reach> mine = new CompletableFuture<>();
            CompletableFuture<Reach> running = attempts.putIfAbsent(name, mine);
            reach = running == null ? attempt(name, mine) : resultOf(running);
        }
        return reach;
    }

    /** Null where whoever began was interrupted, which is no answer for those who were not. */
    private static @Nullable Reach resultOf(CompletableFuture<Reach> running) throws InterruptedException {
        try {
            return running.get();
        } catch (CancellationException | ExecutionException gaveUp) {
            return null;
        }
    }

    private Reach attempt(String host, CompletableFuture<Reach> mine) throws InterruptedException {
        try {
            Reach reach = approach(host);
            mine.complete(reach);
            return reach;
        } finally {
            attempts.remove(host, mine);
            mine.cancel(false);
        }
    }

    private Reach approach(String host) throws InterruptedException {
        URI endpoint = endpoints.get(host);
        if (endpoint != null) {
            URI base = URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
            return reach(base, ping.of(base));
        }
        String real = RegistryKind.apiHost(host);
        URI secure = URI.create("https://" + real);
        return isAllowed.test(host) ? either(secure, URI.create("http://" + real)) : reach(secure, ping.of(secure));
    }

    private Reach either(URI secure, URI plain) throws InterruptedException {
        CompletionService<HttpOutcome> race = new ExecutorCompletionService<>(threads);
        List<Future<HttpOutcome>> running = new ArrayList<>();
        try {
            running.add(race.submit(() -> ping.of(secure)));
            Future<HttpOutcome> early =
                    secure.getPort() < 0 ? race.take() : race.poll(HEAD_START_MILLIS, TimeUnit.MILLISECONDS);
            if (early != null && !isWorthPlainHttp(early.get())) {
                return reach(secure, early.get());
            }
            Future<HttpOutcome> second = race.submit(() -> ping.of(plain));
            running.add(second);
            Future<HttpOutcome> first = race.take();
            if (first != second && !isWorthPlainHttp(first.get())) {
                return reach(secure, first.get());
            }
            if (isPlainAnswer(second.get())) {
                return reach(plain, second.get());
            }
            HttpOutcome overTls = running.get(0).get();
            return isOfPlainHttp(second.get(), overTls) ? reach(plain, second.get()) : reach(secure, overTls);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            running.forEach(each -> each.cancel(true));
        }
    }

    private static boolean isWorthPlainHttp(HttpOutcome outcome) {
        return outcome instanceof NetworkFault fault && WORTH_PLAIN_HTTP.contains(fault.cause());
    }

    /** Not one that a redirect to TLS led to. */
    private static boolean isPlainAnswer(HttpOutcome outcome) {
        return outcome instanceof HttpAnswer answer
                && "http".equals(answer.uri().getScheme());
    }

    /** A port that shows that it speaks no TLS is asked in plain http by the push, too: that it is slow then is what counts. */
    private static boolean isOfPlainHttp(HttpOutcome inPlain, HttpOutcome overTls) {
        return inPlain instanceof NetworkFault
                && overTls instanceof NetworkFault fault
                && fault.cause() == Cause.HTTP_HTTPS_MISMATCH;
    }

    private Reach reach(URI base, HttpOutcome outcome) {
        return outcome instanceof HttpAnswer answer
                ? new Reach.Reached(base, answer, protection(base))
                : new Reach.Unreachable((NetworkFault) outcome);
    }

    private Reach.Protection protection(URI base) {
        if (base.getScheme().equals("http")) {
            return Reach.Protection.PLAIN;
        }
        return isAllowed.test(base.getRawAuthority()) ? Reach.Protection.UNVERIFIED_TLS : Reach.Protection.TLS;
    }
}
