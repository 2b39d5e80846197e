package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the services read it. */
record GoogleRequest(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String authorization,
        String flavor,
        String body) {
    private static final int MOST_BYTES = 1 << 20;

    static GoogleRequest read(HttpExchange http) throws IOException {
        String body = new String(http.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        String flavor = http.getRequestHeaders().getFirst("Metadata-Flavor");
        return new GoogleRequest(
                http.getRequestMethod(),
                http.getRequestURI().getRawPath(),
                fields(http.getRequestURI().getRawQuery()),
                http.getRequestHeaders().getFirst("Authorization"),
                flavor == null ? "" : flavor,
                body);
    }

    /** The body as a form. */
    Map<String, String> form() {
        return fields(body);
    }

    JsonObject json() {
        return GoogleJson.parse(body);
    }

    /** The token of {@code Authorization: Bearer}; null where there is none. */
    @Nullable
    String bearer() {
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : null;
    }

    private static Map<String, String> fields(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                int sign = pair.indexOf('=');
                if (sign > 0) {
                    fields.merge(
                            decoded(pair.substring(0, sign)),
                            decoded(pair.substring(sign + 1)),
                            (one, other) -> one + " " + other);
                }
            }
        }
        return fields;
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
