package io.github.registrymaven.oci;

import io.github.registrymaven.network.HttpAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where an answer says that an upload goes on, spec "Pushing blobs": the {@code Location} of a session. */
public final class UploadLocation {
    private UploadLocation() {}

    /** Absolute, or relative to where the answer came from; null where the answer names no place. */
    static @Nullable URI in(HttpAnswer opened) {
        try {
            return opened.headers()
                    .firstValue("location")
                    .map(location -> opened.uri().resolve(escaped(location.strip())))
                    .filter(session -> session.getHost() != null && session.getScheme() != null)
                    .orElse(null);
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }

    /** Why the bytes of an image cannot be sent there, to follow the name of the repository; null where they can. */
    public static @Nullable String problem(HttpAnswer opened) {
        URI session = in(opened);
        if (session == null) {
            return "opens an upload and does not say where it goes on";
        }
        return "https".equals(opened.uri().getScheme()) && !"https".equals(session.getScheme())
                ? "opens an upload over TLS and lets it go on in plain text"
                : null;
    }

    /** What no URI may hold (RFC 3986, section 2), percent-encoded: Go's clients take it as it is, some registries send it. */
    private static String escaped(String location) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : location.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            if (letter <= ' ' || letter >= 0x7f || "\"<>\\^`{|}".indexOf(letter) >= 0) {
                escaped.append(String.format("%%%02X", (int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
