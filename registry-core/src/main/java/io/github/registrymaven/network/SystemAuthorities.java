package io.github.registrymaven.network;

import io.github.registrymaven.machine.Machine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that this machine's own tools believe, which need not be those of the JVM: the bundle that Go's programs read
 * ({@code crypto/x509}, {@code root_linux.go}), docker and skopeo among them. A company's authority is often there alone.
 */
final class SystemAuthorities {
    private static final List<String> BUNDLES = List.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/etc/pki/tls/cacert.pem",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/ssl/cert.pem");

    private final Machine machine;

    SystemAuthorities(Machine machine) {
        this.machine = machine;
    }

    /** The bundle by which a host would be believed; null where there is none. Nothing is sent but a greeting. */
    @Nullable
    Path believing(String host, int port, Duration limit) {
        Path bundle = bundle();
        return bundle != null && isBelieved(bundle, host, port, Dial.millis(limit)) ? bundle : null;
    }

    private @Nullable Path bundle() {
        String named = machine.environment().getOrDefault("SSL_CERT_FILE", "");
        Stream<String> places = named.isBlank() ? BUNDLES.stream() : Stream.of(named);
        return places.map(Path::of).filter(Files::isReadable).findFirst().orElse(null);
    }

    private static boolean isBelieved(Path bundle, String host, int port, int millis) {
        try (Socket socket = new Socket()) {
            SSLContext context = Trust.context(
                    Trust.managerOf(Trust.storeOf(List.<Certificate>of(ClientCertificate.chainIn(bundle)))), null);
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
                SSLParameters strict = tls.getSSLParameters();
                strict.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(strict);
                tls.startHandshake();
                return true;
            }
        } catch (IOException | GeneralSecurityException notBelieved) {
            return false;
        }
    }
}
