package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request without a body, or with a small form.
 *
 * @param headers the headers that hold no secret
 * @param authorization the whole value of the {@code Authorization} header; dropped when a redirect leaves the origin
 * @param form the fields of an {@code application/x-www-form-urlencoded} body, where there is one
 */
public record HttpCall(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Secret authorization,
        @Nullable Map<String, Secret> form) {
    public HttpCall {
        headers = Map.copyOf(headers);
        form = form == null ? null : Map.copyOf(form);
    }
}
