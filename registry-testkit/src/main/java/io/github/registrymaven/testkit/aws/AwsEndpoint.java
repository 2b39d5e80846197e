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
import java.util.Locale;
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
        if (request == null) {
            CredentialSources.Given given = sources.answer(http);
            if (given != null) {
                AwsAnswer answer = given.answer();
                calls.add(new AwsCall(given.action(), "", answer.status(), answer.error()));
                send(http, answer);
                return;
            }
            send(http, new AwsAnswer(404, "text/plain", "There is no service here that is called like this.", ""));
            return;
        }
        String action = request.service().name().toLowerCase(Locale.ROOT) + ":" + request.operation();
        AwsFaults.Struck struck = faults.strike(request);
        if (struck != null) {
            AwsAnswer answer = struck.answer();
            calls.add(new AwsCall(
                    action, "", answer == null ? 0 : answer.status(), answer == null ? "" : answer.error()));
            send(http, answer);
            return;
        }
        AwsApi.Given given = api.answer(request);
        calls.add(new AwsCall(
                action, given.caller(), given.answer().status(), given.answer().error()));
        send(http, given.answer());
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
