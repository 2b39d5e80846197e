package io.github.registrymaven.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.CertificateAuthority;
import io.github.registrymaven.testkit.DockerRegistry;
import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise that a verdict is what the push would do, against a real docker-registry and a real push by skopeo. After
 * each check the registry holds what it held before.
 */
class TruthTest {
    @TempDir
    private Path folder;

    @TempDir
    private static Path images;

    @BeforeAll
    static void needsTheRealThings() throws IOException {
        for (String program : List.of("docker-registry", "skopeo", "htpasswd")) {
            String missing = Programs.missing(program);
            Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        }
        SmallImage.write(images.resolve("image"));
    }

    private void isTaken(DockerRegistry registry, Push push) throws Exception {
        List<String> before = registry.contents();
        Push.Expected expected = push.expected();

        assertThat(registry.contents()).isEqualTo(before);
        assertThat(expected.verdict()).as(expected.told()).isEqualTo(Verdict.PASS);
        assertThat(push.pushed(images.resolve("image"))).isEmpty();
        assertThat(registry.contents()).isNotEqualTo(before);
    }

    private void isRefused(@Nullable DockerRegistry registry, Push push, Cause cause, String skopeoSays)
            throws Exception {
        List<String> before = registry == null ? List.of() : registry.contents();
        Push.Expected expected = push.expected();

        assertThat(registry == null ? List.of() : registry.contents()).isEqualTo(before);
        assertThat(expected.verdict()).as(expected.told()).isEqualTo(Verdict.FAIL);
        assertThat(expected.cause()).as(expected.told()).isEqualTo(cause);
        assertThat(push.pushed(images.resolve("image"))).contains(skopeoSays).isNotEmpty();
    }

    @Test
    void aRegistryWithoutLogins() throws Exception {
        try (DockerRegistry registry = DockerRegistry.start("", "")) {
            isTaken(registry, new Push(folder, registry.host()).insecurely());
            // The tag exists now, and may be replaced.
            Push.Expected again = new Push(folder, registry.host()).insecurely().expected();
            assertThat(again.verdict()).isEqualTo(Verdict.PASS);
            assertThat(again.told()).contains("exists and is replaced");
        }
    }

    @Test
    void aRegistryWithPasswords() throws Exception {
        Path passwords = folder.resolve("htpasswd");
        Process htpasswd =
                new ProcessBuilder("htpasswd", "-Bbc", "-C", "4", passwords.toString(), "ci", "right").start();
        assertThat(htpasswd.waitFor()).isZero();
        try (DockerRegistry registry =
                DockerRegistry.start("", "auth: {htpasswd: {realm: r, path: " + passwords + "}}")) {
            String host = registry.host();
            isRefused(registry, new Push(folder, host).insecurely(), Cause.CREDENTIALS_MISSING, "");
            isRefused(registry, new Push(folder, host).insecurely().as("ci", "wrong"), Cause.CREDENTIALS_REJECTED, "");
            isTaken(registry, new Push(folder, host).insecurely().as("ci", "right"));
        }
    }

    @Test
    void aRegistryWithTokens() throws Exception {
        try (CertificateAuthority authority = CertificateAuthority.create();
                TestRegistry tokens = TestRegistry.builder()
                        .bearer()
                        .signedBy(authority)
                        .user("ci", "right")
                        .user("reader", "right")
                        .user("stranger", "right")
                        .user("keeper", "right")
                        .grant("ci", "team/*", Action.PULL, Action.PUSH, Action.DELETE)
                        .grant("keeper", "team/*", Action.PULL, Action.PUSH)
                        .grant("reader", "team/*", Action.PULL)
                        .start();
                DockerRegistry registry = DockerRegistry.start(
                        "",
                        "auth: {token: {realm: '" + tokens.url()
                                + "/token', service: testkit, issuer: registry-testkit," + " rootcertbundle: "
                                + authority.certificate() + "}}")) {
            String host = registry.host();
            isRefused(registry, new Push(folder, host).insecurely(), Cause.CREDENTIALS_MISSING, "");
            isRefused(registry, new Push(folder, host).insecurely().as("ci", "wrong"), Cause.CREDENTIALS_REJECTED, "");
            isRefused(registry, new Push(folder, host).insecurely().as("reader", "right"), Cause.PERMISSION_DENIED, "");
            isRefused(
                    registry, new Push(folder, host).insecurely().as("stranger", "right"), Cause.PERMISSION_DENIED, "");
            isTaken(registry, new Push(folder, host).insecurely().as("ci", "right"));
            // docker-registry wants the right to delete before it cancels an upload; who lacks it leaves one to expire.
            assertThat(new Push(folder, host).insecurely().as("keeper", "right").expected())
                    .satisfies(expected -> assertThat(expected.verdict()).isEqualTo(Verdict.PASS))
                    .satisfies(expected -> assertThat(expected.told())
                            .contains("the session ends by itself, the registry answered 401 to its cancellation"));
        }
    }

    @Test
    void aRegistryThatIsReadOnly() throws Exception {
        try (DockerRegistry registry = DockerRegistry.start("", "#readonly")) {
            isRefused(registry, new Push(folder, registry.host()).insecurely(), Cause.PERMISSION_DENIED, "");
        }
    }

    @Test
    void aRegistryWhoseAuthorityIsUnknownUntilItIsTrusted() throws Exception {
        try (CertificateAuthority authority = CertificateAuthority.create()) {
            Path files = authority.serverFiles("ip:127.0.0.1");
            try (DockerRegistry registry = DockerRegistry.start(
                    "  tls: {certificate: " + files.resolve("server.crt") + ", key: " + files.resolve("server.key")
                            + "}",
                    "")) {
                String host = registry.host();
                isRefused(registry, new Push(folder, host), Cause.TLS_UNTRUSTED_CERTIFICATE, "certificate");
                isTaken(registry, new Push(folder, host).trusting(authority.certificate()));
                assertThat(new Push(folder, host).insecurely().expected().verdict())
                        .isEqualTo(Verdict.PASS);
            }
        }
    }

    @Test
    void aPortThatSpeaksPlainHttp() throws Exception {
        try (DockerRegistry registry = DockerRegistry.start("", "")) {
            isRefused(registry, new Push(folder, registry.host()), Cause.HTTP_HTTPS_MISMATCH, "HTTP response to HTTPS");
        }
    }

    @Test
    void aPortThatIsClosed() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        isRefused(null, new Push(folder, "127.0.0.1:" + port), Cause.CONNECTION_REFUSED, "connection refused");
    }

    @Test
    void aHostThatNobodyKnows() throws Exception {
        isRefused(null, new Push(folder, "registry.invalid"), Cause.REGISTRY_UNREACHABLE_DNS, "");
    }

    /** A listener whose queue is full: the kernel drops whatever else wants to connect. */
    @Test
    void aBlackHole() throws Exception {
        List<Socket> queued = new ArrayList<>();
        try (ServerSocket hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            while (isTakenIn(hole, queued)) {
                assertThat(queued).hasSizeLessThan(100);
            }
            Push push = new Push(folder, "127.0.0.1:" + hole.getLocalPort()).patience(1);
            isRefused(null, push, Cause.CONNECTION_TIMEOUT, "");
        } finally {
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }

    private static boolean isTakenIn(ServerSocket hole, List<Socket> queued) {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(new InetSocketAddress(hole.getInetAddress(), hole.getLocalPort()), 200);
            return true;
        } catch (IOException full) {
            return false;
        }
    }
}
