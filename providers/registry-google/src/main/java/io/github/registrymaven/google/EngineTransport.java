package io.github.registrymaven.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.network.RequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of Google's libraries through the engine, to hosts that they may go to, and remembers the last answer:
 * it says better than their exceptions what went wrong. For one question at a time.
 */
final class EngineTransport extends HttpTransport {
    /** The engine sets these itself, and answers are wanted as they are. */
    private static final Set<String> NOT_OURS = Set.of(
            "host",
            "content-length",
            "connection",
            "expect",
            "upgrade",
            "user-agent",
            "accept-encoding",
            "authorization");

    private final RegistryHttp http;
    private final Destinations destinations;
    private final Set<String> sources;
    private @Nullable HttpOutcome last;
    private @Nullable String refused;

    /** @param sources hosts that a credential file names as where the token of another identity provider is */
    EngineTransport(RegistryHttp http, Destinations destinations, Set<String> sources) {
        this.http = http;
        this.destinations = destinations;
        this.sources = Set.copyOf(sources);
    }

    /** The last answer; null where nothing was asked. */
    @Nullable
    HttpOutcome last() {
        return last;
    }

    /** The host to which a request was not sent, as no credentials may go there; null where there was none. */
    @Nullable
    String refused() {
        return refused;
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new Request(method, url);
    }

    private final class Request extends LowLevelHttpRequest {
        private final String method;
        private final String url;
        private final Map<String, String> headers = new HashMap<>();
        private @Nullable Secret authorization;

        Request(String method, String url) {
            this.method = method;
            this.url = url;
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase("authorization")) {
                authorization = Secret.of(value);
            } else if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.merge(name, value, (one, other) -> one + "," + other);
            }
        }

        @Override
        public LowLevelHttpResponse execute() throws IOException {
            URI named = uri();
            boolean ofSource = named.getHost() != null && sources.contains(named.getHost());
            if (!ofSource && !destinations.mayReceiveCredentials(named)) {
                refused = Json.line(String.valueOf(named.getHost()));
                throw new IOException("no credentials may go to " + refused);
            }
            HttpCall call = new HttpCall(method, destinations.reached(named), headers, authorization, null);
            try {
                HttpOutcome outcome = getStreamingContent() == null ? http.send(call) : http.send(call, body());
                last = outcome;
                if (outcome instanceof NetworkFault fault) {
                    throw new IOException(fault.summary());
                }
                return new EngineResponse((HttpAnswer) outcome);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        private URI uri() throws IOException {
            try {
                return URI.create(url);
            } catch (IllegalArgumentException notAUri) {
                throw new IOException("no URL", notAUri);
            }
        }

        private RequestBody body() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            getStreamingContent().writeTo(bytes);
            if (getContentType() != null) {
                headers.put("Content-Type", getContentType());
            }
            return RequestBody.of(bytes.toByteArray());
        }
    }
}
