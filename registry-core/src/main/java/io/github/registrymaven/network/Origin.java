package io.github.registrymaven.network;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a credential is bound to: scheme, host and port (RFC 6454, section 4), the default port filled in. */
public record Origin(String scheme, String host, int port) {
    // By hand, as ImageReference has them.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin that
                && scheme.equals(that.scheme)
                && host.equals(that.host)
                && port == that.port;
    }

    @Override
    public int hashCode() {
        return host.hashCode() + port;
    }

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
