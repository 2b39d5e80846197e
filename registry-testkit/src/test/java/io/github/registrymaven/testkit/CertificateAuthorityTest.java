package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CertificateAuthorityTest {
    private CertificateAuthority authority;

    @BeforeEach
    void create() throws Exception {
        authority = CertificateAuthority.create();
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }

    private X509Certificate certificate() throws Exception {
        try (InputStream in = Files.newInputStream(authority.certificate())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** What a client that trusts the authority gets from a server, as the JDK checks its chain, its days and its name. */
    private int ping(SSLContext server) throws Exception {
        try (TestRegistry registry = TestRegistry.builder().tls(server).start()) {
            return HttpClient.newBuilder()
                    .sslContext(authority.client())
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(registry.url() + "/v2/"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void isBelievedByWhoeverTrustsIt() throws Exception {
        assertThat(ping(authority.server("dns:registry.test,ip:127.0.0.1"))).isEqualTo(200);
    }

    @Test
    void isNotBelievedWithoutThatName() throws Exception {
        SSLContext another = authority.server("dns:registry.test");

        assertThatThrownBy(() -> ping(another))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("No subject alternative");
    }

    @Test
    void makesCertificatesOfOtherDays() throws Exception {
        Instant now = Instant.now();
        SSLContext expired =
                authority.server("ip:127.0.0.1", Instant.parse("1949-12-31T23:59:59Z"), now.minus(Duration.ofDays(1)));
        SSLContext early =
                authority.server("ip:127.0.0.1", now.plus(Duration.ofDays(1)), Instant.parse("2150-01-01T00:00:00Z"));

        assertThatThrownBy(() -> ping(expired)).hasRootCauseInstanceOf(CertificateExpiredException.class);
        assertThatThrownBy(() -> ping(early)).hasRootCauseInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void knowsItsOwnSigners() throws Exception {
        X509Certificate signer = Objects.requireNonNull(authority.signer().certificate());

        signer.verify(certificate().getPublicKey());
        assertThat(signer.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate().getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    }
}
