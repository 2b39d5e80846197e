package io.github.registrymaven.jib;

/** Jib failed in one of its many ways; the cause says which. */
final class JibRefused extends Exception {
    private static final long serialVersionUID = 1L;

    JibRefused(Throwable cause) {
        super(cause);
    }
}
