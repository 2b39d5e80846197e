package io.github.registrymaven.reference;

import java.util.Locale;

/** A host as DNS sees it. */
final class Hosts {
    private Hosts() {}

    /** Without its port and in lower case; an IPv6 address keeps its brackets. */
    static String name(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    /** The port as written, or nothing. */
    static String port(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "";
    }
}
