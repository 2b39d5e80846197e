package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The errors that this project was founded for, known before the push, and by the same cause that their text is explained with.
 * Those of a cloud are in the tests of its module, under the same name; those that only a push meets (<em>blob upload unknown</em>,
 * <em>manifest invalid</em>, <em>manifest unknown</em>) in that of the push.
 */
class FoundingListTest {
    @TempDir
    private Path home;

    private static TestRegistryBuilder described() {
        return TestRegistry.builder().user("ci", "right").grant("ci", "team/*", Action.PULL, Action.PUSH);
    }

    private Finding decisive(String host, boolean insecure) throws InterruptedException {
        PreflightReport report = Preflight.run(
                new PreflightRequest(
                        List.of(new RequestedImage(host + "/team/app:1.0", "test")),
                        Probe.UPLOAD,
                        null,
                        insecure ? Set.of("127.0.0.1") : Set.of(),
                        Map.of(),
                        Duration.ofMillis(400),
                        Duration.ofSeconds(20),
                        false),
                new Surroundings(new Machine(Map.of(), Map.of(), home, Clock.systemUTC()), List.of(), List.of()));
        return Objects.requireNonNull(report.images().get(0).decisive());
    }

    /** Known before, and explained by the same cause afterwards. */
    private static void isKnownAs(Cause cause, Finding before, String afterwards) {
        Explanation explained = new Explainer().explain("registry.message", afterwards);

        assertThat(before.cause()).as(before.toString()).isEqualTo(cause);
        assertThat(before.verdict()).isIn(Verdict.FAIL, Verdict.UNKNOWN);
        assertThat(explained.cause() == cause || explained.alternatives().contains(cause))
                .as(explained.toString())
                .isTrue();
    }

    @Test
    void noBasicAuthCredentials() throws Exception {
        try (TestRegistry registry = described().basic().start()) {
            isKnownAs(Cause.CREDENTIALS_MISSING, decisive(registry.host(), true), "no basic auth credentials");
        }
    }

    @Test
    void authenticationRequired() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            isKnownAs(
                    Cause.CREDENTIALS_MISSING,
                    decisive(registry.host(), true),
                    "unauthorized: authentication required");
        }
    }

    @Test
    void nameUnknownRepositoryNotFound() throws Exception {
        try (TestRegistry registry = TestRegistry.builder().start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/*").error(404, "NAME_UNKNOWN", "Repository not found");

            isKnownAs(
                    Cause.REPOSITORY_NOT_FOUND, decisive(registry.host(), true), "name unknown: Repository not found");
        }
    }

    @Test
    void tlsHandshakeTimeout() throws Exception {
        // The kernel takes the connection, and nobody ever answers the greeting.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            isKnownAs(
                    Cause.TLS_HANDSHAKE_TIMEOUT,
                    decisive("127.0.0.1:" + silent.getLocalPort(), false),
                    "net/http: TLS handshake timeout");
        }
    }

    @Test
    void contextDeadlineExceeded() throws Exception {
        try (TestRegistry registry = TestRegistry.builder().start()) {
            registry.faults().on("POST", "/v2/*").neverAnswer();

            isKnownAs(Cause.DEADLINE_EXCEEDED, decisive(registry.host(), true), "context deadline exceeded");
        }
    }
}
