package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@link RegistryHttp} over {@code java.net.http}. */
final class JdkRegistryHttp implements RegistryHttp {
    private static final int MOST_BODY_BYTES = 1 << 20;
    private static final int MOST_CONNECTIONS = 32;

    private final NetworkOptions options;
    private final Deadline deadline;
    private final ProxyRules proxies;
    private final Redirects redirects = new Redirects(this::mayReceiveCredentials);
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Semaphore> connections = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final Clients clients;
    private final Faults faults;

    JdkRegistryHttp(NetworkOptions options, Deadline deadline) {
        this.options = options;
        this.deadline = deadline;
        this.proxies = new ProxyRules(options.proxies(), options.machine());
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "registry-http");
            thread.setDaemon(true);
            return thread;
        });
        Trust trust = new Trust(options.machine());
        this.clients = new Clients(threads, trust, options.requestTimeout());
        // A second look after a failure is quick or useless.
        Duration secondLook = options.requestTimeout().compareTo(Duration.ofSeconds(3)) < 0
                ? options.requestTimeout()
                : Duration.ofSeconds(3);
        this.faults = new Faults(new Dial(threads, trust, secondLook), options.requestTimeout());
    }

    @Override
    public Reach reach(String host) throws InterruptedException {
        URI endpoint = options.endpoints().get(host.toLowerCase(Locale.ROOT));
        String real = host.equals("docker.io") ? "registry-1.docker.io" : host;
        URI base = endpoint == null ? URI.create("https://" + real) : origin(endpoint);
        HttpOutcome outcome = send(ping(base));
        if (outcome instanceof NetworkFault fault && endpoint == null && speaksPlainHttp(fault, host)) {
            URI plain = URI.create("http://" + real);
            HttpOutcome second = send(ping(plain));
            if (second instanceof HttpAnswer) {
                base = plain;
                outcome = second;
            }
        }
        return outcome instanceof HttpAnswer answer
                ? new Reach.Reached(base, answer, protection(base))
                : new Reach.Unreachable((NetworkFault) outcome);
    }

    /** Docker and its kin try plain http on a host that they are allowed to, and where https leads nowhere. */
    private boolean speaksPlainHttp(NetworkFault fault, String host) {
        return isAllowed(host)
                && (fault.cause() == Cause.HTTP_HTTPS_MISMATCH
                        || fault.cause() == Cause.CONNECTION_REFUSED
                        || fault.cause() == Cause.CONNECTION_RESET
                        || fault.cause() == Cause.TLS_HANDSHAKE_TIMEOUT);
    }

    private Reach.Protection protection(URI base) {
        if (base.getScheme().equals("http")) {
            return Reach.Protection.PLAIN;
        }
        return isAllowed(base.getRawAuthority()) ? Reach.Protection.UNVERIFIED_TLS : Reach.Protection.TLS;
    }

    private static HttpCall ping(URI base) {
        return new HttpCall("GET", base.resolve("/v2/"), Map.of(), null, null);
    }

    private static URI origin(URI endpoint) {
        return URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
    }

    @Override
    public boolean mayReceiveCredentials(URI uri) {
        return "https".equals(uri.getScheme())
                || isAllowed(uri.getRawAuthority())
                || options.endpoints().values().stream()
                        .anyMatch(endpoint -> origin(endpoint).equals(origin(uri)));
    }

    private boolean isAllowed(String authority) {
        String host = authority.toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return options.insecureHosts().contains(host)
                || (hasPort && options.insecureHosts().contains(host.substring(0, colon)));
    }

    @Override
    public HttpOutcome send(HttpCall call) throws InterruptedException {
        HttpCall next = call;
        for (int hop = 0; hop < Redirects.MOST; hop++) {
            HttpOutcome outcome = exchange(next);
            HttpCall onward = outcome instanceof HttpAnswer answer ? redirects.follow(next, answer) : null;
            if (onward == null) {
                return outcome;
            }
            next = onward;
        }
        return new NetworkFault(
                Cause.NETWORK_RESTRICTED,
                next.uri().getRawAuthority(),
                call.uri().getRawAuthority() + " redirects without end",
                List.of(Redirects.MOST + " redirects, the last to " + next.uri().getRawAuthority()));
    }

    private HttpOutcome exchange(HttpCall call) throws InterruptedException {
        Semaphore free =
                connections.computeIfAbsent(call.uri().getRawAuthority(), authority -> new Semaphore(MOST_CONNECTIONS));
        if (!free.tryAcquire(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
            return Faults.overall(call.uri());
        }
        try {
            return exchangeNow(call);
        } finally {
            free.release();
        }
    }

    private HttpOutcome exchangeNow(HttpCall call) throws InterruptedException {
        Duration left = deadline.remaining();
        if (left.isZero()) {
            return Faults.overall(call.uri());
        }
        Duration limit = left.compareTo(options.requestTimeout()) < 0 ? left : options.requestTimeout();
        Route proxy = proxies.routeTo(call.uri());
        try {
            Clients.Client client =
                    clients.of(call.uri(), proxy, isAllowed(call.uri().getRawAuthority()));
            requests.incrementAndGet();
            HttpAnswer answer = answer(call, client, limit);
            return answer.status() == 407 && proxy != null ? Faults.proxyWantsLogin(call.uri(), proxy) : answer;
        } catch (ExecutionException | TimeoutException | GeneralSecurityException | IOException trouble) {
            Throwable reason =
                    trouble instanceof ExecutionException && trouble.getCause() != null ? trouble.getCause() : trouble;
            return deadline.isOver() ? Faults.overall(call.uri()) : faults.name(reason, call.uri(), proxy);
        }
    }

    private static HttpAnswer answer(HttpCall call, Clients.Client client, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> answering = client.http()
                .sendAsync(request(call, client.proxyAuthorization(), limit), info -> new BoundedBody(MOST_BODY_BYTES));
        try {
            HttpResponse<byte[]> response = answering.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpAnswer(call.uri(), response.statusCode(), response.headers(), response.body());
        } finally {
            answering.cancel(true);
        }
    }

    private static HttpRequest request(HttpCall call, @Nullable Secret proxyAuthorization, Duration limit) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri())
                .timeout(limit)
                .method(call.method(), body(call))
                .header("User-Agent", "registry-maven");
        call.headers().forEach(builder::header);
        if (call.form() != null) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (call.authorization() != null) {
            builder.header("Authorization", call.authorization().reveal());
        }
        if (proxyAuthorization != null) {
            builder.header("Proxy-Authorization", proxyAuthorization.reveal());
        }
        return builder.build();
    }

    private static HttpRequest.BodyPublisher body(HttpCall call) {
        if (call.form() == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        StringJoiner form = new StringJoiner("&");
        call.form()
                .forEach((name, value) ->
                        form.add(name + "=" + URLEncoder.encode(value.reveal(), StandardCharsets.UTF_8)));
        return HttpRequest.BodyPublishers.ofString(form.toString());
    }

    @Override
    public int requestsSent() {
        return requests.get();
    }

    @Override
    public void close() {
        clients.close();
        threads.shutdownNow();
    }
}
