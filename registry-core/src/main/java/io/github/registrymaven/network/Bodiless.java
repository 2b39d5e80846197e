package io.github.registrymaven.network;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * A request without a body that says nothing of one, as strict gateways want it. The JDK's builder makes a {@code HEAD} or a {@code
 * DELETE} only with an empty body, whose {@code Content-Length: 0} it then sends. Before Java 19 it sends that with every request
 * (JDK-8283544), and nothing helps.
 */
final class Bodiless extends HttpRequest {
    private final String method;
    private final HttpRequest described;

    /** The request that is described as a {@code GET}, with another method. */
    Bodiless(String method, HttpRequest described) {
        this.method = method;
        this.described = described;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return Optional.empty();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public Optional<Duration> timeout() {
        return described.timeout();
    }

    @Override
    public boolean expectContinue() {
        return false;
    }

    @Override
    public URI uri() {
        return described.uri();
    }

    @Override
    public Optional<HttpClient.Version> version() {
        return described.version();
    }

    @Override
    public HttpHeaders headers() {
        return described.headers();
    }
}
