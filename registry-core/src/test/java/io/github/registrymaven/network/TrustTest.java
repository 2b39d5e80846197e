package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustTest {
    @TempDir
    Path home;

    @TempDir
    Path keys;

    @Test
    void believesAnAuthorityInDockersFolderForThatHost() throws Exception {
        Certificates certificates = Certificates.forLocalhost(keys);
        try (LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".docker/certs.d", server.host(), "ca.crt", certificates.certificatePem());

            assertThat(http.reach(server.host()))
                    .isInstanceOfSatisfying(
                            Reach.Reached.class,
                            reached -> assertThat(reached.protection()).isEqualTo(Reach.Protection.TLS));
        }
    }

    @Test
    void believesItForNoOtherHost() throws Exception {
        Certificates certificates = Certificates.forLocalhost(keys);
        try (LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".docker/certs.d", server.host(), "ca.crt", certificates.certificatePem());

            NetworkFault fault = ReachTest.unreachable(http.reach("localhost:" + server.port()));

            assertThat(fault.cause()).isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
            assertThat(fault.summary()).contains("authority");
            assertThat(fault.evidence())
                    .anyMatch(line -> line.contains("CN=localhost"))
                    .anyMatch(line -> line.startsWith("issued by"))
                    .anyMatch(line -> line.startsWith("valid from"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void saysThatACertificateIsForAnotherName() throws Exception {
        Certificates certificates = Certificates.forAnotherName(keys);
        try (LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".config/containers/certs.d", server.host(), "ca.crt", certificates.certificatePem());

            NetworkFault fault = ReachTest.unreachable(http.reach(server.host()));

            assertThat(fault.cause()).isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
            assertThat(fault.summary()).contains("another name");
            assertThat(fault.evidence()).anyMatch(line -> line.contains("registry.example.com"));
        }
    }

    @Test
    void saysThatACertificateIsOutOfDate() throws Exception {
        Certificates certificates = Certificates.expired(keys);
        try (LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".config/docker/certs.d", server.host(), "ca.crt", certificates.certificatePem());

            NetworkFault fault = ReachTest.unreachable(http.reach(server.host()));

            assertThat(fault.cause()).isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
            assertThat(fault.summary()).contains("expired");
        }
    }

    @Test
    void keepsCheckingOtherHostsWhereOneIsAllowed() throws Exception {
        try (LocalServer server =
                        LocalServer.https(Certificates.forLocalhost(keys).tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).insecure(server.host()).open()) {
            Reach allowed = http.reach(server.host());
            NetworkFault fault = ReachTest.unreachable(http.reach("localhost:" + server.port()));

            assertThat(allowed).isInstanceOf(Reach.Reached.class);
            assertThat(fault.cause()).isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
        }
    }

    @Test
    void showsTheClientCertificateThatIsMeantForTheHost() throws Exception {
        Certificates certificates = Certificates.forLocalhost(keys);
        try (LocalServer server =
                        LocalServer.httpsForKnownClients(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".docker/certs.d", server.host(), "ca.crt", certificates.certificatePem());
            put(".docker/certs.d", server.host(), "client.cert", certificates.certificatePem());
            put(".docker/certs.d", server.host(), "client.key", certificates.keyPem());

            assertThat(http.reach(server.host())).isInstanceOf(Reach.Reached.class);
        }
    }

    @Test
    void saysThatTheHostWantsAClientCertificate() throws Exception {
        Certificates certificates = Certificates.forLocalhost(keys);
        try (LocalServer server =
                        LocalServer.httpsForKnownClients(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".docker/certs.d", server.host(), "ca.crt", certificates.certificatePem());

            NetworkFault fault = ReachTest.unreachable(http.reach(server.host()));

            assertThat(fault.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(fault.summary()).contains("client certificate");
        }
    }

    @Test
    void namesAFileThatHoldsNoCertificate() throws Exception {
        try (LocalServer server =
                        LocalServer.https(Certificates.forLocalhost(keys).tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".docker/certs.d", server.host(), "ca.crt", "-----BEGIN CERTIFICATE-----\nnone\n");

            NetworkFault fault = ReachTest.unreachable(http.reach(server.host()));

            assertThat(fault.cause()).isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
            assertThat(fault.evidence()).anyMatch(line -> line.contains("ca.crt"));
            assertThat(doubt(fault).of()).isEqualTo(Doubt.Of.TRUST);
        }
    }

    @Test
    void doesWithoutAFileThatCannotBeUsedWhereItIsNotNeeded() throws Exception {
        Certificates certificates = Certificates.forLocalhost(keys);
        try (LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".docker/certs.d", server.host(), "ca.crt", certificates.certificatePem());
            put(".docker/certs.d", server.host(), "empty.crt", "");
            put(".docker/certs.d", server.host(), "client.cert", certificates.certificatePem());
            put(".docker/certs.d", server.host(), "client.key", "-----BEGIN EC PARAMETERS-----\nAA==\n");

            assertThat(http.reach(server.host())).isInstanceOf(Reach.Reached.class);
        }
    }

    @Test
    void saysWhereToolsOfTheMachineBelieveWhatTheJvmDoesNot() throws Exception {
        Certificates certificates = Certificates.forLocalhost(keys);
        Path bundle = Files.writeString(home.resolve("bundle.pem"), certificates.certificatePem());
        Path another = Files.writeString(
                home.resolve("another.pem"), Certificates.forAnotherName(keys).certificatePem());
        try (LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp asTools = new Opening(home)
                        .environment("SSL_CERT_FILE", bundle.toString())
                        .open();
                RegistryHttp asNobody = new Opening(home)
                        .environment("SSL_CERT_FILE", another.toString())
                        .open()) {
            NetworkFault doubtful = ReachTest.unreachable(asTools.reach(server.host()));
            NetworkFault certain = ReachTest.unreachable(asNobody.reach(server.host()));

            assertThat(doubtful.cause()).isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
            assertThat(doubt(doubtful).of()).isEqualTo(Doubt.Of.TRUST);
            assertThat(doubt(doubtful).why()).contains("bundle.pem");
            assertThat(certain.cause()).isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
            assertThat(certain.doubt()).isNull();
        }
    }

    @Test
    void saysThatAKeyOfAnotherFormIsNotRead() throws Exception {
        Certificates certificates = Certificates.forLocalhost(keys);
        try (LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(home).open()) {
            put(".docker/certs.d", server.host(), "client.cert", certificates.certificatePem());
            put(".docker/certs.d", server.host(), "client.key", "-----BEGIN EC PARAMETERS-----\nAA==\n");

            NetworkFault fault = ReachTest.unreachable(http.reach(server.host()));

            assertThat(fault.evidence()).anyMatch(line -> line.contains("client.key") && line.contains("PKCS#8"));
        }
    }

    private static Doubt doubt(NetworkFault fault) {
        return Objects.requireNonNull(fault.doubt());
    }

    private void put(String folder, String host, String name, String content) throws Exception {
        Path own = Files.createDirectories(home.resolve(folder).resolve(host));
        Files.writeString(own.resolve(name), content);
    }
}
