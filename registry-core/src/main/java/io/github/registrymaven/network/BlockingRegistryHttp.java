package io.github.registrymaven.network;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@link RegistryHttp} over sockets of its own, a thread for each request. The words of HTTP are Apache's HttpCore's: the JDK's
 * client costs a build that asks one question more than twice as much, most of it for doing all at once with one thread.
 */
final class BlockingRegistryHttp implements RegistryHttp {
    private static final int MOST_CONNECTIONS = 32;

    private final NetworkOptions options;
    private final Deadline deadline;
    private final ProxyRules proxies;
    private final Redirects redirects = new Redirects(this::mayReceiveCredentials);
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "registry-http");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final Connections connections;
    private final Faults faults;
    private final Approach approach;

    BlockingRegistryHttp(NetworkOptions options, Deadline deadline) {
        this.options = options;
        this.deadline = deadline;
        this.proxies = new ProxyRules(options);
        Trust trust = new Trust(new CertificateFolders(options.machine()));
        this.connections = new Connections(new Connector(trust, options.requestTimeout()));
        this.faults = new Faults(
                new Dial(threads, options.requestTimeout(), deadline),
                trust,
                new SystemAuthorities(options.machine()),
                options.requestTimeout());
        this.approach = new Approach(options.endpoints(), this::isAllowed, this::ping, threads);
    }

    @Override
    public Reach reach(String host) throws InterruptedException {
        return approach.to(host);
    }

    @Override
    public void begin(String host) {
        approach.begin(host);
    }

    private HttpOutcome ping(URI base) throws InterruptedException {
        HttpCall call = new HttpCall("GET", base.resolve("/v2/"), Map.of(), null, null);
        HttpOutcome outcome = send(call);
        // A connection is reset by a balancer that lets a server go, too; a registry that cannot be used does it again.
        return outcome instanceof NetworkFault fault && fault.cause() == Cause.CONNECTION_RESET ? send(call) : outcome;
    }

    private static URI origin(URI endpoint) {
        return URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
    }

    @Override
    public Deadline deadline() {
        return deadline;
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
        try {
            return follow(call, null);
        } catch (Upload.BodyFailed impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public HttpOutcome send(HttpCall call, RequestBody body) throws IOException, InterruptedException {
        try {
            return follow(call, body);
        } catch (Upload.BodyFailed failed) {
            throw failed.reason();
        }
    }

    private HttpOutcome follow(HttpCall call, @Nullable RequestBody body)
            throws InterruptedException, Upload.BodyFailed {
        HttpCall next = call;
        for (int hop = 0; hop < Redirects.MOST; hop++) {
            HttpOutcome outcome = exchange(next, body);
            HttpCall onward =
                    outcome instanceof HttpAnswer answer ? redirects.follow(next, answer, body != null) : null;
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

    @Override
    public void prepare(URI base, int connections) {
        Route proxy = proxies.routeTo(base);
        if (proxy != null && proxy.unusable() != null) {
            return;
        }
        Way way = Way.to(base, proxy, isAllowed(base.getRawAuthority()));
        new Preparation(way, this.connections, placesAt(base)).begin(connections, threads, limit());
    }

    private HttpOutcome exchange(HttpCall call, @Nullable RequestBody body)
            throws InterruptedException, Upload.BodyFailed {
        String problem = Requests.problem(call);
        if (problem != null) {
            return Faults.unsendable(call.uri(), problem);
        }
        Semaphore free = placesAt(call.uri());
        if (!free.tryAcquire(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
            return Faults.overall(call.uri());
        }
        try {
            return exchangeNow(call, body);
        } finally {
            free.release();
        }
    }

    private Semaphore placesAt(URI uri) {
        return places.computeIfAbsent(uri.getRawAuthority(), authority -> new Semaphore(MOST_CONNECTIONS, true));
    }

    /** How long anything may take that begins now. */
    private Duration limit() {
        Duration left = deadline.remaining();
        return left.compareTo(options.requestTimeout()) < 0 ? left : options.requestTimeout();
    }

    private HttpOutcome exchangeNow(HttpCall call, @Nullable RequestBody body)
            throws InterruptedException, Upload.BodyFailed {
        Duration limit = limit();
        if (limit.isZero()) {
            return Faults.overall(call.uri());
        }
        Route proxy = proxies.routeTo(call.uri());
        HttpOutcome outcome = exchangeNow(call, body, proxy, limit);
        return outcome instanceof NetworkFault fault && fault.doubt() == null ? doubted(fault, proxy) : outcome;
    }

    /** Who does not go through this proxy, or goes through one that this client cannot use, meets something else. */
    private NetworkFault doubted(NetworkFault fault, @Nullable Route proxy) {
        if (proxy != null) {
            return proxy.doubt() == null ? fault : fault.doubting(Doubt.Of.WAY, proxy.doubt());
        }
        return options.machine().properties().getOrDefault("socksProxyHost", "").isBlank()
                ? fault
                : fault.doubting(Doubt.Of.WAY, "-DsocksProxyHost is set, and this check does not go through it");
    }

    private HttpOutcome exchangeNow(HttpCall call, @Nullable RequestBody body, @Nullable Route proxy, Duration limit)
            throws InterruptedException, Upload.BodyFailed {
        if (proxy != null && proxy.unusable() != null) {
            return ProxyFaults.unusable(call.uri(), proxy, proxy.unusable());
        }
        try {
            Way way = Way.to(call.uri(), proxy, isAllowed(call.uri().getRawAuthority()));
            requests.incrementAndGet();
            HttpAnswer answer = body == null
                    ? new Transfer(call, way, connections).answer(threads, limit)
                    : new Upload(call, body, way, connections, threads, limit).answer();
            if (answer.status() == 407 && proxy != null) {
                return ProxyFaults.wantsLogin(call.uri(), proxy);
            }
            return TlsPort.saysSo(answer) ? Faults.spokenToInPlain(answer) : answer;
        } catch (Upload.Stalled stalled) {
            return deadline.isOver() ? Faults.overall(call.uri()) : faults.stalled(call.uri(), stalled.sent());
        } catch (ExecutionException | TimeoutException trouble) {
            Throwable reason =
                    trouble instanceof ExecutionException && trouble.getCause() != null ? trouble.getCause() : trouble;
            if (reason instanceof RuntimeException defect) {
                throw defect;
            }
            if (reason instanceof TunnelRefused refused && refused.status() == 407 && proxy != null) {
                return ProxyFaults.wantsLogin(call.uri(), proxy);
            }
            return deadline.isOver() ? Faults.overall(call.uri()) : faults.name(reason, call.uri(), proxy);
        }
    }

    @Override
    public int requestsSent() {
        return requests.get();
    }

    @Override
    public void close() {
        connections.close();
        threads.shutdownNow();
    }
}
