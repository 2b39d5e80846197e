package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins that a cloud makes, against a registry in this JVM for which no usual place holds one. */
class CloudLoginsTest {
    @TempDir
    private Path home;

    private final List<String> asked = new ArrayList<>();
    private List<SettingsServer> servers = List.of();

    /** A cloud that answers every question alike. */
    private CloudLogin cloud(CredentialLookup answer) {
        return new CloudLogin() {
            @Override
            public boolean serves(ImageReference image) {
                return true;
            }

            @Override
            public CredentialLookup login(SurveyRequest request) {
                asked.add(request.host());
                return answer;
            }
        };
    }

    private static CredentialLookup gives(String password) {
        return new CredentialLookup.Found(
                new FoundCredential(
                        new Credential.Password("ci", Secret.of(password)),
                        new CredentialOrigin("the cloud", null, null, false),
                        null),
                List.of("the cloud"));
    }

    private static CredentialLookup refuses(Cause cause) {
        return new CredentialLookup.Failed(
                cause, "the cloud gives no login", List.of("its words"), "ask it again", List.of("the cloud: no"));
    }

    private static TestRegistry registry() throws IOException {
        return TestRegistry.builder()
                .basic()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .start();
    }

    private List<ImageReport> run(TestRegistry registry, CredentialLookup answer, PushLogin login, String... paths)
            throws InterruptedException {
        Machine machine = new Machine(Map.of("PATH", home.toString()), Map.of(), home, Clock.systemUTC());
        List<RequestedImage> images = new ArrayList<>();
        for (String path : paths) {
            images.add(new RequestedImage(registry.host() + "/" + path, "registry.images").with(login));
        }
        return Preflight.run(
                        new PreflightRequest(
                                images,
                                Probe.UPLOAD,
                                null,
                                Set.of(registry.host()),
                                Map.of(),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(20),
                                false),
                        new Surroundings(machine, servers, List.of()).loggingInWith(List.of(cloud(answer))))
                .images();
    }

    private static Finding decisive(ImageReport report) {
        return Objects.requireNonNull(report.decisive());
    }

    @Test
    void ourPushLogsInWithWhatTheCloudMakes() throws Exception {
        try (TestRegistry registry = registry()) {
            ImageReport report = run(registry, gives("right"), new PushLogin.Ours(), "team/app:1")
                    .get(0);

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(Objects.requireNonNull(report.identity()).origin()).isEqualTo("the cloud");
        }
    }

    @Test
    void anImageThatNobodyIsKnownToPushIsAskedForInTheSameWay() throws Exception {
        try (TestRegistry registry = registry()) {
            assertThat(run(registry, gives("right"), new PushLogin.Anybody(), "team/app:1")
                            .get(0)
                            .verdict())
                    .isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void aPluginThatKnowsNothingOfTheCloudHasNoLogin() throws Exception {
        try (TestRegistry registry = registry()) {
            ImageReport report = run(registry, gives("right"), new PushLogin.Usual(), "team/app:1")
                    .get(0);

            assertThat(decisive(report).cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void aLoginThatTheUsualPlacesHoldComesFirst() throws Exception {
        try (TestRegistry registry = registry()) {
            servers = List.of(new SettingsServer(registry.host(), "ci", Secret.of("right"), null, false));

            assertThat(run(registry, gives("wrong"), new PushLogin.Ours(), "team/app:1")
                            .get(0)
                            .verdict())
                    .isEqualTo(Verdict.PASS);
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void oneLoginDoesForAllImagesOfAHost() throws Exception {
        try (TestRegistry registry = registry()) {
            List<ImageReport> reports =
                    run(registry, gives("right"), new PushLogin.Ours(), "team/a:1", "team/b:1", "team/c:1");

            assertThat(reports).allMatch(report -> report.verdict() == Verdict.PASS);
            assertThat(asked).containsExactly(registry.host());
        }
    }

    @Test
    void theCloudsRefusalIsTheDiagnosisOfOurOwnPushOnly() throws Exception {
        try (TestRegistry registry = registry()) {
            CredentialLookup refusal = refuses(Cause.CREDENTIALS_EXPIRED);

            Finding ours = decisive(
                    run(registry, refusal, new PushLogin.Ours(), "team/app:1").get(0));
            Finding anybodys = decisive(run(registry, refusal, new PushLogin.Anybody(), "team/app:1")
                    .get(0));

            assertThat(ours.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(ours.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
            assertThat(ours.evidence()).containsExactly("the cloud gives no login", "its words");
            assertThat(ours.remedies().get(0).title()).isEqualTo("ask it again");
            assertThat(anybodys.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(anybodys.evidence()).contains("looked at the cloud: no");
        }
    }

    @Test
    void aCloudThatIsBusyIsNoFailure() throws Exception {
        try (TestRegistry registry = registry()) {
            for (PushLogin login : List.of(new PushLogin.Ours(), new PushLogin.Anybody())) {
                Finding finding = decisive(run(registry, refuses(Cause.RATE_LIMITED), login, "team/app:1")
                        .get(0));

                assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
                assertThat(finding.cause()).isEqualTo(Cause.RATE_LIMITED);
            }
        }
    }
}
