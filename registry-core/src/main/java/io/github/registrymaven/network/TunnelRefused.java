package io.github.registrymaven.network;

import java.io.IOException;

/** A proxy was asked for a way through to a host, and answered with something else than success. */
final class TunnelRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    TunnelRefused(int status) {
        super("the proxy answered " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
