package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.testkit.TestRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The deadline of a preflight holds, whoever never answers: a program that prompts, a cloud. */
@Timeout(60)
class DeadlineTest {
    private final CountDownLatch never = new CountDownLatch(1);

    @TempDir
    private Path home;

    private Finding decisive(TestRegistry registry, CredentialResolver credentials, List<ControlPlane> clouds)
            throws InterruptedException {
        NetworkOptions options = new NetworkOptions(
                new Machine(Map.of(), Map.of(), home, Clock.systemUTC()),
                List.of(),
                Set.of("127.0.0.1"),
                Map.of(registry.host(), URI.create(registry.url())),
                Duration.ofSeconds(10));
        Deadline deadline = Deadline.in(Duration.ofSeconds(1));
        try (RegistryHttp http = RegistryHttp.open(options, deadline)) {
            ImageReport report = new Preflight(http, credentials, clouds, options, Map.of())
                    .run(List.of(new RequestedImage(registry.host() + "/team/a:1", "test")), Probe.UPLOAD, deadline)
                    .images()
                    .get(0);
            return Objects.requireNonNull(report.decisive());
        }
    }

    @Test
    void aLoginThatIsNeverFoundIsNotFoundOut() throws Exception {
        try (TestRegistry registry = TestRegistry.builder().basic().start()) {
            CredentialResolver prompting = image -> {
                never.await();
                return new CredentialLookup.None(List.of());
            };

            Finding finding = decisive(registry, prompting, List.of());

            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void aCloudThatNeverAnswersIsNotFoundOutAndNoUploadIsOpened() throws Exception {
        ControlPlane hanging = new ControlPlane() {
            @Override
            public boolean serves(ImageReference image) {
                return true;
            }

            @Override
            public Survey survey(SurveyRequest request) throws InterruptedException {
                never.await();
                return new Surveyed(true);
            }
        };
        try (TestRegistry registry = TestRegistry.start()) {
            Finding finding = decisive(registry, image -> new CredentialLookup.None(List.of()), List.of(hanging));

            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
            assertThat(registry.requests())
                    .noneMatch(request -> request.method().equals("POST"));
        }
    }
}
