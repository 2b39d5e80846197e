package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that a request goes through.
 *
 * @param origin which setting names it, such as {@code HTTPS_PROXY}
 * @param unusable why this client cannot use it, where it cannot
 * @param doubt why a push need not go through it, where that is so
 */
record Route(
        String host,
        int port,
        @Nullable String username,
        @Nullable Secret password,
        String origin,
        @Nullable String unusable,
        @Nullable String doubt) {
    Route(String host, int port, @Nullable String username, @Nullable Secret password, String origin) {
        this(host, port, username, password, origin, null, null);
    }

    /** A proxy that is set, and that this client cannot speak to. */
    static Route unusable(String origin, String why) {
        return new Route("", 0, null, null, origin, why, null);
    }

    Route doubting(String why) {
        return new Route(host, port, username, password, origin, unusable, why);
    }

    String address() {
        return host + ":" + port;
    }

    boolean hasLogin() {
        return username != null;
    }

    /** {@code user:password}, as Basic has it. */
    String login() {
        return username + ":" + (password == null ? "" : password.reveal());
    }
}
