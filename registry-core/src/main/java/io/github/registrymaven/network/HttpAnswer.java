package io.github.registrymaven.network;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * An answer, whatever its status.
 *
 * @param uri where the answer came from, after redirects
 * @param body at most the bound of the request's body; the rest was not read
 */
@SuppressWarnings("ArrayRecordComponent") // answers are read, never compared
public record HttpAnswer(URI uri, int status, HttpHeaders headers, byte[] body) implements HttpOutcome {
    /** The body as UTF-8 text, whatever the sender says it is. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
