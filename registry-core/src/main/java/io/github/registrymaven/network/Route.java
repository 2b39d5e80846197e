package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that a request goes through.
 *
 * @param origin which setting names it, such as {@code HTTPS_PROXY}
 */
record Route(
        String host,
        int port,
        @Nullable String username,
        @Nullable Secret password,
        String origin) {
    String address() {
        return host + ":" + port;
    }

    boolean hasLogin() {
        return username != null && password != null;
    }
}
