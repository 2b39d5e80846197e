package io.github.registrymaven.aws;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.network.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends the SDK's requests through the engine: with the build's proxies, trust, time-outs and deadline, and with trouble
 * named as everywhere else. What stands in the way comes back out of the SDK as the cause of its exception.
 */
final class EngineHttp implements SdkHttpClient {
    /** The engine sets them itself, to the values that are signed; the user agent is not signed. */
    private static final Set<String> NOT_OURS =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "user-agent", "authorization");

    private final RegistryHttp http;

    EngineHttp(RegistryHttp http) {
        this.http = http;
    }

    /** No answer of AWS's came. No {@link IOException}, as the SDK would ask again. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient NetworkFault fault;

        Unanswered(NetworkFault fault) {
            super(fault.summary());
            this.fault = fault;
        }

        NetworkFault fault() {
            return fault;
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(request);
            }

            @Override
            public void abort() {
                // Every request has an end of its own: the time-out, or the deadline.
            }
        };
    }

    private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
        byte[] body = new byte[0];
        if (request.contentStreamProvider().isPresent()) {
            try (InputStream in = request.contentStreamProvider().get().newStream()) {
                body = in.readAllBytes();
            }
        }
        HttpOutcome outcome;
        try {
            outcome = http.send(call(request.httpRequest()), RequestBody.of(body));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (outcome instanceof NetworkFault fault) {
            throw unanswered(fault);
        }
        HttpAnswer answer = (HttpAnswer) outcome;
        if (isPageForPeople(answer)) {
            throw unanswered(somethingElse(answer));
        }
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(answer.status())
                        .headers(answer.headers().map())
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    /** Not asked again: the engine has looked closely already, and a second time-out would be felt. */
    private static NonRetryableException unanswered(NetworkFault fault) {
        return NonRetryableException.create(fault.summary(), new Unanswered(fault));
    }

    private static HttpCall call(SdkHttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, values) -> {
            if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
            }
        });
        Secret authorization =
                request.firstMatchingHeader("Authorization").map(Secret::of).orElse(null);
        return new HttpCall(request.method().name(), request.getUri(), headers, authorization, null);
    }

    /** AWS answers in JSON or XML, whatever happens. */
    private static boolean isPageForPeople(HttpAnswer answer) {
        String type = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        String start = answer.text().stripLeading().toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static NetworkFault somethingElse(HttpAnswer answer) {
        String authority = answer.uri().getRawAuthority();
        return new NetworkFault(
                Cause.NETWORK_RESTRICTED,
                authority,
                "something else than AWS answers at " + authority,
                List.of(
                        "POST " + authority + " answered " + answer.status() + " with a page for people",
                        "a proxy that filters, or a sign-in page of the network, looks like this"));
    }

    @Override
    public void close() {
        // The engine's client is its caller's.
    }
}
