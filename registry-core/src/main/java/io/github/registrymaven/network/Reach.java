package io.github.registrymaven.network;

import java.net.URI;

/** Whether a registry host can be spoken to, and how. */
public sealed interface Reach {
    /**
     * The host answered {@code GET /v2/}, with whatever status.
     *
     * @param base where the host is really reached, without a path: {@code https://localhost:5000}
     * @param ping the answer to {@code GET /v2/}
     * @param protection how the connection is protected
     */
    record Reached(URI base, HttpAnswer ping, Protection protection) implements Reach {}

    /** The host did not answer. */
    record Unreachable(NetworkFault fault) implements Reach {}

    /** Verified TLS; TLS to an unverified peer, or plain http, both only where the user allowed that host. */
    enum Protection {
        TLS,
        UNVERIFIED_TLS,
        PLAIN
    }
}
