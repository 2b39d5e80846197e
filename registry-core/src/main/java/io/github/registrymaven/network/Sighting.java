package io.github.registrymaven.network;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What dialling a host came to.
 *
 * @param dialled the last address dialled, and the name it belongs to: {@code 127.0.0.1:5000 (localhost:5000)}
 * @param evidence what was seen on the way, one line each
 * @param certificate what the host showed, where it came to that
 * @param wantsClientCertificate whether the host asked for a certificate of this machine
 */
record Sighting(
        End end,
        String dialled,
        List<String> evidence,
        @Nullable X509Certificate certificate,
        boolean wantsClientCertificate) {
    Sighting {
        evidence = List.copyOf(evidence);
    }

    /** How far it got. */
    enum End {
        /** The resolver says that there is no such name. */
        NO_ADDRESS,
        /** The resolver says nothing. */
        NO_RESOLVER,
        REFUSED,
        NO_CONNECTION,
        NO_HANDSHAKE,
        /** The port answers in plain http. */
        PLAIN_HTTP,
        /** The handshake was ended by the other side, or what it said is not TLS. */
        BROKEN_HANDSHAKE,
        CONNECTED
    }
}
