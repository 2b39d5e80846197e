package io.github.registrymaven.discovery;

import io.github.registrymaven.preflight.Loopback;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;

/**
 * The terms of a push that docker's daemon carries out: it has certificates and insecure registries of its own, and trusts
 * registries on the loopback interface without being told.
 */
public final class DaemonTerms {
    private DaemonTerms() {}

    /** The terms for an image, with the login that is sent along. */
    public static PushTerms of(String reference, PushLogin login) {
        return PushTerms.USUAL.with(login).insecure(isLoopback(reference)).carrier("docker's daemon");
    }

    private static boolean isLoopback(String reference) {
        int slash = reference.indexOf('/');
        return slash >= 0 && Loopback.isHost(reference.substring(0, slash));
    }
}
