package io.github.registrymaven.network;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a request's connection leads, and how.
 *
 * @param authority of the host, as the URI has it
 * @param host its name, or its address without brackets
 * @param proxy null where it leads straight to the host
 * @param anyone whether the host may show any certificate
 */
record Way(
        String authority,
        String host,
        int port,
        boolean tls,
        @Nullable Route proxy,
        boolean anyone) {
    static Way to(URI uri, @Nullable Route proxy, boolean anyone) {
        return new Way(
                uri.getRawAuthority(),
                literal(uri.getHost()),
                portOf(uri),
                uri.getScheme().equals("https"),
                proxy,
                anyone);
    }

    /** Whether a proxy is asked for the request itself; over TLS it is only asked for a way through. */
    boolean isAskedOfProxy() {
        return proxy != null && !tls;
    }

    /** Connections of the same key serve the same requests: certificates are kept by authority, with its port or without. */
    String key() {
        String by = proxy == null ? "" : " by " + proxy.address() + " of " + proxy.origin();
        return isAskedOfProxy() ? by : (tls ? anyone ? "anyone " : "tls " : "plain ") + authority + by;
    }

    /** Without the brackets of an IPv6 address in a URI. */
    static String literal(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static int portOf(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }
}
