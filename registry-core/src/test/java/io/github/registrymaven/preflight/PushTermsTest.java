package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Images that are pushed on terms of their plugin's own, against a registry in this JVM; settings.xml has a pull-only login. */
class PushTermsTest {
    private static final PushTerms INSECURE = PushTerms.USUAL.insecure(true);

    @TempDir
    private Path home;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void noHelpersOfTheMachine() {
        environment = Map.of("PATH", home.toString());
    }

    private static TestRegistry registry() throws IOException {
        return TestRegistry.builder()
                .basic()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .user("reader", "reading")
                .grant("reader", "team/*", Action.PULL)
                .start();
    }

    private static PushLogin brought(String user, String password, String project) {
        return new PushLogin.Brought(new FoundCredential(
                new Credential.Password(user, Secret.of(password)),
                new CredentialOrigin("<to><auth> of jib-maven-plugin", null, project, true),
                null));
    }

    private static RequestedImage image(String reference, PushTerms terms) {
        return new RequestedImage(reference, "jib-maven-plugin", null, terms);
    }

    private static PreflightRequest request(List<RequestedImage> images) {
        return new PreflightRequest(
                images, Probe.UPLOAD, null, Set.of(), Map.of(), Duration.ofSeconds(10), Duration.ofSeconds(20), false);
    }

    private PreflightReport run(TestRegistry registry, RequestedImage... images) throws InterruptedException {
        SettingsServer reader = new SettingsServer(registry.host(), "reader", Secret.of("reading"), null, false);
        Machine machine = new Machine(environment, Map.of(), home, Clock.systemUTC());
        return Preflight.run(request(List.of(images)), new Surroundings(machine, List.of(reader), List.of()));
    }

    private static Finding decisive(ImageReport report) {
        return Objects.requireNonNull(report.decisive());
    }

    private static Identity identity(ImageReport report) {
        return Objects.requireNonNull(report.identity());
    }

    @Test
    void aLoginThatThePluginBringsOutranksTheUsualPlaces() throws Exception {
        try (TestRegistry registry = registry()) {
            String name = registry.host() + "/team/app:1";

            ImageReport usual = run(registry, image(name, INSECURE)).images().get(0);
            ImageReport brought = run(registry, image(name, INSECURE.with(brought("ci", "right", "it:app"))))
                    .images()
                    .get(0);

            assertThat(usual.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(brought.verdict()).isEqualTo(Verdict.PASS);
            assertThat(brought.identity())
                    .hasToString("Identity[name=ci, origin=<to><auth> of jib-maven-plugin, expires=null]");
        }
    }

    @Test
    void oneReferenceOnTwoTermsHasTwoVerdicts() throws Exception {
        try (TestRegistry registry = registry()) {
            String name = registry.host() + "/team/app:1";

            PreflightReport report = run(
                    registry,
                    image(name, INSECURE),
                    image(name, INSECURE.with(brought("ci", "right", "it:app"))),
                    image(name, PushTerms.USUAL));

            assertThat(report.images())
                    .extracting(ImageReport::verdict)
                    .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.FAIL);
            assertThat(decisive(report.images().get(2)).cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
        }
    }

    @Test
    void modulesThatInheritOneLoginLogInOnce() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .start()) {
            PreflightReport report = run(
                    registry,
                    image(registry.host() + "/team/a:1", INSECURE.with(brought("ci", "right", "it:a"))),
                    image(registry.host() + "/team/b:1", INSECURE.with(brought("ci", "right", "it:b"))));

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(registry.requests().stream()
                            .filter(request -> request.path().startsWith("/token")
                                    && !request.path().contains("delete"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void twoExecutionsOfAModuleLogInAsTheUserThatEachHas() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .basic()
                .user("one", "first")
                .user("two", "second")
                .grant("one", "team/one", Action.PULL, Action.PUSH)
                .grant("two", "team/two", Action.PULL, Action.PUSH)
                .start()) {
            PreflightReport report = run(
                    registry,
                    image(registry.host() + "/team/one:1", INSECURE.with(brought("one", "first", "it:app"))),
                    image(registry.host() + "/team/two:1", INSECURE.with(brought("two", "second", "it:app"))));

            assertThat(report.images()).extracting(ImageReport::verdict).containsOnly(Verdict.PASS);
            assertThat(report.images())
                    .extracting(image -> identity(image).name())
                    .containsExactly("one", "two");
        }
    }

    @Test
    void aRefusalSaysNothingWhereTheLoginOfThePushIsUnseen() throws Exception {
        try (TestRegistry registry = registry()) {
            PushTerms unseen = INSECURE.with(new PushLogin.Unseen("its helper has an environment of its own"));

            ImageReport report = run(registry, image(registry.host() + "/team/app:1", unseen))
                    .images()
                    .get(0);

            assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(decisive(report).summary()).endsWith("its helper has an environment of its own");
            assertThat(decisive(report).evidence().get(0)).startsWith("from here: ");
        }
    }

    @Test
    void whatIsOutOfOurReachIsNoFailureWhereAnotherCarriesTheImage() throws Exception {
        try (TestRegistry registry = registry()) {
            PushTerms daemon = PushTerms.USUAL.carrier("docker's daemon");

            ImageReport report = run(registry, image(registry.host() + "/team/app:1", daemon))
                    .images()
                    .get(0);

            ImageReport nowhere = run(registry, image("registry.invalid/team/app:1", daemon))
                    .images()
                    .get(0);

            assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(decisive(report).cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
            assertThat(nowhere.verdict()).isEqualTo(Verdict.UNKNOWN);
        }
    }

    @Test
    void plainHttpOnLoopbackIsTakenByDockerAndByNobodyWhoWasNotToldSo() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            String name = registry.host() + "/team/app:1";

            ImageReport anybody =
                    run(registry, image(name, PushTerms.NAMED)).images().get(0);
            ImageReport ours = run(registry, image(name, PushTerms.NAMED.with(new PushLogin.Ours())))
                    .images()
                    .get(0);

            assertThat(anybody.verdict()).isEqualTo(Verdict.PASS);
            assertThat(anybody.checks())
                    .filteredOn(check -> check.stage() == Stage.NETWORK)
                    .flatExtracting(Finding::unverified)
                    .containsExactly("another tool than docker takes it");
            assertThat(decisive(ours).cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
        }
    }

    @Test
    void plainHttpThatTheUserAllowsIsTakenByWhoeverPushes() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            PreflightRequest request = new PreflightRequest(
                    List.of(image(registry.host() + "/team/app:1", PushTerms.NAMED)),
                    Probe.UPLOAD,
                    null,
                    Set.of("127.0.0.1"),
                    Map.of(),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    false);
            Machine machine = new Machine(environment, Map.of(), home, Clock.systemUTC());

            assertThat(Preflight.run(request, new Surroundings(machine, List.of(), List.of()))
                            .images()
                            .get(0)
                            .checks())
                    .filteredOn(check -> check.stage() == Stage.NETWORK)
                    .allMatch(check ->
                            check.unverified().isEmpty() && check.summary().endsWith("which is allowed here"));
        }
    }

    @Test
    void allButTheTagIsCheckedWhereTheTagIsMadeDuringTheBuild() throws Exception {
        try (TestRegistry registry = registry()) {
            PushTerms open = INSECURE.with(brought("ci", "right", "it:app")).openTag("%t is a time stamp");

            ImageReport report = run(registry, image(registry.host() + "/team/app", open))
                    .images()
                    .get(0);

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(report.tag()).isNull();
            assertThat(report.tagImplied()).isNull();
            assertThat(report.checks())
                    .filteredOn(check -> check.stage() == Stage.TAG)
                    .singleElement()
                    .extracting(Finding::summary, Finding::unverified)
                    .containsExactly(
                            "its tag is not known before the build: %t is a time stamp",
                            List.of("the tag may be pushed"));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the helper of this test is a shell script")
    void aHelperThatThePluginNamesIsAskedFirst() throws Exception {
        try (TestRegistry registry = registry()) {
            Path helper = home.resolve("docker-credential-own");
            Files.writeString(helper, "#!/bin/sh\necho '{\"Username\":\"ci\",\"Secret\":\"right\"}'\n");
            assertThat(helper.toFile().setExecutable(true)).isTrue();
            String name = registry.host() + "/team/app:1";

            ImageReport own = run(
                            registry, image(name, INSECURE.with(new PushLogin.HelperFirst("own", "<credHelper>"))))
                    .images()
                    .get(0);
            ImageReport absent = run(
                            registry, image(name, INSECURE.with(new PushLogin.HelperFirst("absent", "<credHelper>"))))
                    .images()
                    .get(0);

            assertThat(own.verdict()).isEqualTo(Verdict.PASS);
            assertThat(identity(own).origin()).isEqualTo("docker-credential-own, named by <credHelper>");
            assertThat(identity(absent).name()).isEqualTo("reader");
        }
    }

    @Test
    void settingsAreLeftOutWhereThePluginDoesNotReadThem() throws Exception {
        try (TestRegistry registry = registry()) {
            String name = registry.host() + "/team/app:1";
            FoundCredential own = ((PushLogin.Brought) brought("ci", "right", "it:app")).found();

            ImageReport without = run(registry, image(name, INSECURE.with(new PushLogin.Docker(null))))
                    .images()
                    .get(0);
            ImageReport otherwise = run(registry, image(name, INSECURE.with(new PushLogin.Docker(own))))
                    .images()
                    .get(0);

            assertThat(decisive(without).cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(otherwise.verdict()).isEqualTo(Verdict.PASS);
            assertThat(identity(otherwise).name()).isEqualTo("ci");
        }
    }

    @Test
    void theQuestionTellsTermsApartAndHoldsNoSecret() {
        RequestedImage one = image("h/a:1", PushTerms.USUAL.with(brought("ci", "planted", "it:a")));
        RequestedImage two = image("h/a:1", PushTerms.USUAL.with(brought("ci", "planted", "it:b")));
        PreflightRequest request = request(List.of(one, two));

        assertThat(request.question(one))
                .isEqualTo(request.question(one))
                .isNotEqualTo(request.question(two))
                .isNotEqualTo(request.question(image("h/a:1", PushTerms.USUAL)))
                .doesNotContain("planted")
                .contains("jib-maven-plugin");
        assertThat(request.question(image("h/a:1", INSECURE)))
                .isNotEqualTo(request.question(image("h/a:1", PushTerms.USUAL)));
    }
}
