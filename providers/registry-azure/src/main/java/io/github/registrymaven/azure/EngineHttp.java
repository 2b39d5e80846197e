package io.github.registrymaven.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.network.NetworkFault;
import io.github.registrymaven.network.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Sends the SDK's requests through the engine: with the build's proxies, trust, time-outs and deadline. The last outcome is
 * kept, as the SDK's exceptions do not tell it.
 */
final class EngineHttp implements HttpClient {
    /** The engine sets them itself. */
    private static final Set<String> NOT_OURS =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "user-agent", "authorization");

    private final Ways ways;
    private volatile @Nullable HttpOutcome last;

    EngineHttp(Ways ways) {
        this.ways = ways;
    }

    /** What the last request came to; null where there was none. */
    @Nullable
    HttpOutcome last() {
        return last;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> sendSync(request, Context.NONE));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        BinaryData body = request.getBodyAsBinaryData();
        HttpOutcome outcome;
        try {
            outcome = ways.http().send(call(request), RequestBody.of(body == null ? new byte[0] : body.toBytes()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (URISyntaxException notAUri) {
            throw new IllegalArgumentException(notAUri);
        }
        last = outcome;
        if (outcome instanceof NetworkFault fault) {
            // No IOException, as the SDK would ask again: the engine has looked closely already.
            throw new IllegalStateException(fault.summary());
        }
        return new EngineResponse(request, (HttpAnswer) outcome);
    }

    private HttpCall call(HttpRequest request) throws URISyntaxException {
        Map<String, String> headers = new HashMap<>();
        HttpHeaders said = request.getHeaders();
        said.forEach(header -> {
            if (!NOT_OURS.contains(header.getName().toLowerCase(Locale.ROOT))) {
                headers.put(header.getName(), header.getValue());
            }
        });
        String authorization = said.getValue(HttpHeaderName.AUTHORIZATION);
        URI uri = ways.to(request.getUrl().toURI());
        if (!ways.http().mayReceiveCredentials(uri) && !isThisMachine(uri)) {
            throw new IllegalArgumentException(
                    uri.getAuthority() + " was not asked: a credential would travel to it in plain text");
        }
        return new HttpCall(
                request.getHttpMethod().toString(),
                uri,
                headers,
                authorization == null ? null : Secret.of(authorization),
                null);
    }

    /** The endpoints of managed identities are on the machine itself, and speak plain http. */
    private static boolean isThisMachine(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.startsWith("169.254.");
    }
}
