package io.github.registrymaven.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A server on loopback that answers as a test says, and remembers what it was asked. */
final class LocalServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    /** What came in. */
    record Request(
            String line,
            @Nullable String authorization,
            @Nullable String proxyAuthorization,
            @Nullable String userAgent,
            String body) {}

    private LocalServer(HttpServer server, HttpHandler handler) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Proxy-Authorization"),
                    exchange.getRequestHeaders().getFirst("User-Agent"),
                    body));
            handler.handle(exchange);
        });
        server.start();
    }

    static LocalServer http(HttpHandler handler) throws IOException {
        return new LocalServer(HttpServer.create(loopback(), 0), handler);
    }

    static LocalServer https(SSLContext tls, HttpHandler handler) throws IOException {
        return https(tls, false, handler);
    }

    /** Talks to those only who show a certificate that it knows. */
    static LocalServer httpsForKnownClients(SSLContext tls, HttpHandler handler) throws IOException {
        return https(tls, true, handler);
    }

    private static LocalServer https(SSLContext tls, boolean knownClients, HttpHandler handler) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(knownClients);
                parameters.setSSLParameters(wanted);
            }
        });
        return new LocalServer(server, handler);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static HttpHandler answering(int status, String body) {
        return exchange -> answer(exchange, status, body);
    }

    static HttpHandler redirecting(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            answer(exchange, status, "");
        };
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
        if (!bare) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** {@code 127.0.0.1:port}. */
    String host() {
        return "127.0.0.1:" + port();
    }

    List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
