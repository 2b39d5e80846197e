package io.github.registrymaven.jib;

/** The proxy answered instead of the registry. Unchecked: what Jib takes for a broken connection it repeats for a minute. */
final class ProxyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProxyRefused(String target, int status) {
        super("the proxy answered " + status + " to CONNECT " + target);
    }
}
