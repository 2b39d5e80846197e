package io.github.registrymaven.jib;

/** The registry sent something else than what the digest names. */
final class WrongDigest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongDigest(String wanted, String sent) {
        super("asked for " + wanted + ", got " + sent);
    }
}
