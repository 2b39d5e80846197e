package io.github.registrymaven.preflight;

/** The hosts that docker's daemon speaks to without TLS, or with any certificate, without being told: 127.0.0.0/8 and ::1. */
public final class Loopback {
    private Loopback() {}

    /** Whether a registry's host, with or without a port, is one. */
    public static boolean isHost(String host) {
        return host.matches("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
    }
}
