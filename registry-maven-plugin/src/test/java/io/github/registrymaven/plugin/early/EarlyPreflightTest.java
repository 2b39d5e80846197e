package io.github.registrymaven.plugin.early;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.plugin.TestSessions;
import io.github.registrymaven.session.EarlyClaim;
import io.github.registrymaven.testkit.TestRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyPreflightTest {
    private static final String REFUSED = "localhost:5000/Team/app:1.0";

    @TempDir
    Path root;

    private final EarlyParticipant participant =
            new EarlyParticipant(TestSessions.noDecrypter(), TestSessions.noLifecycle(), TestSessions.noRepositories());
    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private final List<MavenSession> begun = new ArrayList<>();

    @BeforeEach
    void pushesAndNeedsNoNetwork() {
        request.setGoals(List.of("deploy"));
        request.setOffline(true);
        request.setReactorFailureBehavior(MavenExecutionRequest.REACTOR_FAIL_FAST);
    }

    @AfterEach
    void endsWhatItBegan() throws InterruptedException {
        begun.forEach(participant::afterSessionEnd);
        assertThat(threads()).isEmpty();
    }

    private MavenProject project(String name, String images) throws Exception {
        String property = images.isEmpty() ? "" : "<registry.images>" + images + "</registry.images>";
        return TestSessions.project(root, name, "<properties>" + property + "</properties>");
    }

    private MavenSession begin(MavenProject... projects) throws MavenExecutionException {
        MavenSession session = TestSessions.of(root, request, projects);
        begun.add(session);
        participant.afterProjectsRead(session);
        return session;
    }

    private static EarlyPreflight of(MavenSession session) {
        Object holder = EarlyClaim.holder(session);
        assertThat(holder).isInstanceOf(EarlyPreflight.class);
        return (EarlyPreflight) Objects.requireNonNull(holder);
    }

    private static MojoExecution goal(String phase) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-some-plugin");
        MojoExecution goal = new MojoExecution(plugin, "work", "default");
        goal.setLifecyclePhase(phase);
        return goal;
    }

    @Test
    void startsNothingInABuildThatPushesNothing() throws Exception {
        request.setGoals(List.of("install"));

        MavenSession session = begin(project("app", REFUSED));

        assertThat(EarlyClaim.holder(session)).isNull();
        assertThat(request.getExecutionListener()).isNull();
    }

    @Test
    void startsNothingWhereItIsToBeSkipped() throws Exception {
        request.getUserProperties().setProperty("registry.skip", "true");

        assertThat(EarlyClaim.holder(begin(project("app", REFUSED)))).isNull();
    }

    @Test
    void startsNothingWithoutAnImage() throws Exception {
        MavenSession session = begin(project("app", ""));

        assertThat(EarlyClaim.holder(session)).isNull();
        assertThat(request.getExecutionListener()).isNull();
    }

    @Test
    void stopsEveryProjectWhereOneImageCouldNotBePushed() throws Exception {
        MavenProject well = project("well", "localhost:5000/team/app:1.0");
        MavenProject broken = project("broken", REFUSED);
        EarlyPreflight early = of(begin(well, broken));

        assertThatThrownBy(() -> early.before(goal("test"), well))
                .isInstanceOf(LifecycleExecutionException.class)
                .hasMessageStartingWith("a push would fail, so the build stops before some:work of well: ")
                .hasMessageContaining("(invalid-image-reference)");
        assertThatThrownBy(() -> early.before(goal("test"), broken))
                .hasMessage("a push would fail, so the build stops before some:work of broken: as told above");
    }

    @Test
    void stopsAtTheEndOnlyTheProjectWhoseImageItIs() throws Exception {
        request.setReactorFailureBehavior(MavenExecutionRequest.REACTOR_FAIL_AT_END);
        MavenProject well = project("well", "localhost:5000/team/app:1.0");
        MavenProject broken = project("broken", REFUSED);
        EarlyPreflight early = of(begin(well, broken));

        assertThatCode(() -> early.before(goal("deploy"), well)).doesNotThrowAnyException();
        assertThatThrownBy(() -> early.before(goal("test"), broken))
                .hasMessageContaining("stops before some:work of broken");
    }

    @Test
    void stopsNothingWhereNothingIsToFail() throws Exception {
        request.getUserProperties().setProperty("registry.failOn", "never");
        MavenProject broken = project("broken", REFUSED);
        EarlyPreflight early = of(begin(broken));

        assertThatCode(() -> early.before(goal("deploy"), broken)).doesNotThrowAnyException();
    }

    @Test
    void leavesItToWhoeverCameFirst() throws Exception {
        MavenSession session = TestSessions.of(root, request, project("app", REFUSED));
        EarlyClaim.take(session, "another version of the plugin");

        participant.afterProjectsRead(session);
        participant.afterSessionEnd(session);

        assertThat(request.getExecutionListener()).isNull();
    }

    @Test
    void leavesAReportThoughTheCleanPhaseDeletedIt() throws Exception {
        MavenProject project = project("app", "localhost:5000/team/app:1.0");
        MavenSession session = begin(project);
        of(session).before(goal("test"), project);
        Path report = root.resolve("target/registry/preflight.json");
        assertThat(report).exists();
        Files.delete(report);

        participant.afterSessionEnd(session);

        assertThat(report).exists();
    }

    @Test
    void letsGoalsBeforeTheTestsPassWhileARegistryIsSlow() throws Exception {
        request.setOffline(false);
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            MavenProject project = project("app", "127.0.0.1:" + silent.getLocalPort() + "/team/app:1.0");
            MavenSession session = begin(project);

            of(session).before(goal("compile"), project);

            assertThat(root.resolve("target/registry/preflight.json")).doesNotExist();
            participant.afterSessionEnd(session);
        }
    }

    @Test
    void sharesNothingWithTheNextSessionOfTheJvm() throws Exception {
        request.setOffline(false);
        try (TestRegistry registry = TestRegistry.start()) {
            request.getUserProperties().setProperty("registry.insecureRegistries", registry.host());
            MavenProject project = project("app", registry.host() + "/team/app:1.0");

            for (int sessions = 1; sessions <= 2; sessions++) {
                request.setExecutionListener(null);
                MavenSession session = begin(project);
                of(session).before(goal("deploy"), project);
                participant.afterSessionEnd(session);

                assertThat(registry.requests().stream()
                                .filter(each -> each.method().equals("POST")))
                        .hasSize(sessions);
                assertThat(threads()).isEmpty();
            }
        }
    }

    @Test
    void namesAParameterThatIsWrongAndStopsAtOnce() throws Exception {
        request.getUserProperties().setProperty("registry.probe", "guess");
        MavenProject project = project("app", REFUSED);

        assertThatThrownBy(() -> begin(project))
                .isInstanceOf(MavenExecutionException.class)
                .hasMessageContaining("registry.probe is 'guess'");
    }

    @Test
    void breaksNoBuildByAFaultOfItsOwn() throws Exception {
        MavenProject project = new MavenProject() {
            @Override
            public Plugin getPlugin(String key) {
                throw new IllegalStateException("unforeseen");
            }
        };

        assertThatCode(() -> begin(project)).doesNotThrowAnyException();
    }

    /** Those of the session itself are gone with it; those that ask registries were told to end, and are on their way. */
    private static List<String> threads() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("registry-preflight-")) {
                thread.join(Duration.ofSeconds(10).toMillis());
            }
        }
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("registry-preflight"))
                .toList();
    }
}
