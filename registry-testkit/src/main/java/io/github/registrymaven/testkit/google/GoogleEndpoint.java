package io.github.registrymaven.testkit.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The address on loopback where all services are spoken to; they are told apart by their paths. */
final class GoogleEndpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final GoogleState state;
    private final List<GoogleService> services = new CopyOnWriteArrayList<>();
    private final GoogleFaults faults = new GoogleFaults();
    private final List<GoogleCall> calls = new CopyOnWriteArrayList<>();

    private GoogleEndpoint(HttpServer server, GoogleState state) {
        this.server = server;
        this.state = state;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "testkit-google");
            thread.setDaemon(true);
            return thread;
        });
    }

    static GoogleEndpoint open(GoogleState state, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        GoogleEndpoint endpoint = new GoogleEndpoint(server, state);
        server.setExecutor(endpoint.threads);
        server.createContext("/", endpoint::handle);
        server.start();
        return endpoint;
    }

    void add(GoogleService service) {
        services.add(service);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    GoogleFaults faults() {
        return faults;
    }

    List<GoogleCall> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }

    private void handle(HttpExchange http) throws IOException {
        GoogleRequest request = GoogleRequest.read(http);
        for (GoogleService service : services) {
            String method = service.method(request);
            if (method != null) {
                GoogleFaults.Struck struck = faults.strike(method);
                if (struck == null) {
                    answered(http, service, method, request);
                } else {
                    answer(http, method, "", struck.answer());
                }
                return;
            }
        }
        answer(
                http,
                "unknown",
                "",
                RpcFailure.absent("There is no method at " + request.path()).answer());
    }

    private void answered(HttpExchange http, GoogleService service, String method, GoogleRequest request)
            throws IOException {
        String bearer = request.bearer();
        AccessTokens.Token token = bearer == null ? null : state.tokens().find(bearer);
        GoogleAnswer answer;
        if (method.startsWith("oauth2.") || method.startsWith("docker.") || method.startsWith("oidc.")) {
            answer = attempt(service, request, null);
        } else if (bearer != null && token == null) {
            answer = RpcFailure.unauthenticated("ACCESS_TOKEN_TYPE_UNSUPPORTED").answer();
        } else if (token != null && state.tokens().isOver(token)) {
            answer = RpcFailure.unauthenticated("ACCESS_TOKEN_EXPIRED").answer();
        } else {
            answer = attempt(service, request, token);
        }
        answer(http, method, token == null ? "" : token.member(), answer);
    }

    private static GoogleAnswer attempt(
            GoogleService service, GoogleRequest request, AccessTokens.@Nullable Token token) {
        try {
            return service.answer(request, new GoogleService.Caller(token));
        } catch (RpcFailure failure) {
            return failure.answer();
        }
    }

    /** Answers a call, and counts it just before, so that the client's next look finds it counted. */
    private void answer(HttpExchange http, String method, String caller, @Nullable GoogleAnswer answer)
            throws IOException {
        calls.add(new GoogleCall(method, caller, http.getRequestURI().getPath(), answer == null ? 0 : answer.status()));
        if (answer != null) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(http.getResponseHeaders()::set);
            http.getResponseHeaders().set("Content-Type", answer.contentType());
            http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
        }
        http.close();
    }

    @Override
    public void close() {
        faults.release();
        server.stop(0);
        threads.shutdownNow();
    }
}
