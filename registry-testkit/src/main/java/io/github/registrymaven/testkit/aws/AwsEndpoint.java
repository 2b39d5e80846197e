package io.github.registrymaven.testkit.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The address on loopback where all services are spoken to. */
final class AwsEndpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final AwsApi api;
    private final CredentialSources sources;
    private final Clock clock;
    private final AwsFaults faults = new AwsFaults();
    private final List<AwsCall> calls = new CopyOnWriteArrayList<>();

    private AwsEndpoint(HttpServer server, AwsApi api, CredentialSources sources, Clock clock) {
        this.server = server;
        this.api = api;
        this.sources = sources;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "testkit-aws");
            thread.setDaemon(true);
            return thread;
        });
    }

    static AwsEndpoint open(AwsApi api, CredentialSources sources, Clock clock, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, 0);
        AwsEndpoint endpoint = new AwsEndpoint(server, api, sources, clock);
        server.setExecutor(endpoint.threads);
        server.createContext("/", endpoint::handle);
        server.start();
        return endpoint;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    AwsFaults faults() {
        return faults;
    }

    List<AwsCall> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }

    private void handle(HttpExchange http) throws IOException {
        AwsRequest request = AwsRequest.read(http);
        if (request != null) {
            String action = request.service().id() + ":" + request.operation();
            if (!isStruck(http, request.service(), action)) {
                AwsApi.Given given = api.answer(request);
                answer(http, action, given.caller(), given.answer());
            }
            return;
        }
        CredentialSources.Given given = sources.answer(http);
        if (given == null) {
            send(http, new AwsAnswer(404, "text/plain", "There is no service here that is called like this.", ""));
        } else if (!isStruck(http, Service.ECR, given.action())) {
            answer(http, given.action(), "", given.answer());
        }
    }

    /** Whether a call met a fault, which then has answered it. */
    private boolean isStruck(HttpExchange http, Service service, String action) throws IOException {
        AwsFaults.Struck struck = faults.strike(service, action.substring(action.indexOf(':') + 1));
        if (struck != null) {
            answer(http, action, "", struck.answer());
        }
        return struck != null;
    }

    /** Answers a call, and counts it just before, so that the client's next look finds it counted. */
    private void answer(HttpExchange http, String action, String caller, @Nullable AwsAnswer answer)
            throws IOException {
        calls.add(new AwsCall(
                action, caller, answer == null ? 0 : answer.status(), answer == null ? "" : answer.error()));
        send(http, answer);
    }

    private void send(HttpExchange http, @Nullable AwsAnswer answer) throws IOException {
        if (answer != null) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(http.getResponseHeaders()::set);
            http.getResponseHeaders().set("Content-Type", answer.contentType());
            http.getResponseHeaders().set("x-amzn-RequestId", Xml.REQUEST_ID);
            // Clients read it to find out how wrong their own clock is.
            http.getResponseHeaders()
                    .set(
                            "Date",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    clock.instant().atZone(ZoneOffset.UTC)));
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
