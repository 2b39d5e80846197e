package io.github.registrymaven.network;

import java.net.URI;
import java.util.Locale;

/** What a credential is bound to: scheme, host and port (RFC 6454, section 4), the default port filled in. */
public record Origin(String scheme, String host, int port) {
    /** The origin of an address that has a host. */
    public static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        return new Origin(
                scheme,
                String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT),
                uri.getPort() > 0 ? uri.getPort() : standard);
    }
}
