package io.github.registrymaven.testkit;

import org.jspecify.annotations.Nullable;

/**
 * A request that came in.
 *
 * @param path with its query
 * @param status what it was answered with; 0 if the connection was ended instead
 * @param authorization {@code none}, {@code Bearer}, or {@code Basic} and the user's name; never a password or token
 */
public record RecordedRequest(String method, String path, int status, String authorization) {
    static RecordedRequest of(Exchange exchange) {
        return new RecordedRequest(
                exchange.method(), exchange.pathAndQuery(), exchange.status(), who(exchange.header("Authorization")));
    }

    private static String who(@Nullable String header) {
        if (header == null) {
            return "none";
        }
        BasicLogin login = BasicLogin.of(header);
        if (login != null) {
            return "Basic " + login.user();
        }
        // A value without a scheme may be the secret itself.
        return header.regionMatches(true, 0, "Bearer ", 0, 7) ? "Bearer" : "unreadable";
    }
}
