package io.github.registrymaven.jib;

import io.github.registrymaven.network.ProxiesUnknownToJvm;
import io.github.registrymaven.reference.ImageReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Asks whether a registry fails at TLS, which no repetition mends. */
final class TlsKnock {
    private static final int MILLIS = 5000;

    private TlsKnock() {}

    /**
     * Returns where TLS is fine, or where it cannot be told.
     *
     * @throws UncheckedIOException if the handshake fails; its cause says how
     */
    static void at(ImageReference image, @Nullable ProxiesUnknownToJvm handed) {
        URI registry = URI.create("https://" + image.host());
        int port = registry.getPort() < 0 ? 443 : registry.getPort();
        if (registry.getHost() == null || isBehindProxy(registry, handed)) {
            return;
        }
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(registry.getHost(), port), MILLIS);
            plain.setSoTimeout(MILLIS);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket tls = (SSLSocket) factory.createSocket(plain, registry.getHost(), port, true)) {
                tls.startHandshake();
            }
        } catch (SSLException refused) {
            throw new UncheckedIOException(refused);
        } catch (IOException somethingElse) {
            // Which Jib is about to see again, and to tell.
        }
    }

    private static boolean isBehindProxy(URI registry, @Nullable ProxiesUnknownToJvm handed) {
        if (handed != null && handed.to(registry) != null) {
            return true;
        }
        ProxySelector selector = ProxySelector.getDefault();
        List<Proxy> proxies = selector == null ? List.of() : selector.select(registry);
        return proxies.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }
}
