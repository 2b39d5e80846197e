package io.github.registrymaven.plugin.failed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.plugin.TestSessions;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedPushTest {
    private static final String DENIED = "denied: requested access to the resource is denied";

    @TempDir
    Path root;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final FailedPushParticipant participant = new FailedPushParticipant(
            TestSessions.noDecrypter(), TestSessions.noLifecycle(), TestSessions.noRepositories());

    private MavenSession begin(MavenProject... projects) {
        MavenSession session = TestSessions.of(root, request, projects);
        participant.afterProjectsRead(session);
        return session;
    }

    private MavenProject project(String properties) throws Exception {
        return TestSessions.project(
                root,
                "service",
                "<properties><registry.discover>false</registry.discover>" + properties + "</properties>");
    }

    private ExecutionListener listener() {
        return Objects.requireNonNull(request.getExecutionListener());
    }

    private void fail(MavenProject project, String plugin, String goal, Exception thrown) {
        listener().mojoFailed(event(project, plugin, goal, thrown));
    }

    private static ExecutionEvent event(MavenProject project, String plugin, String goal, Exception thrown) {
        Plugin owner = new Plugin();
        owner.setArtifactId(plugin);
        MojoExecution execution = new MojoExecution(owner, goal, "push");
        Map<String, Object> values =
                Map.of("getMojoExecution", execution, "getProject", project, "getException", thrown);
        return (ExecutionEvent) Proxy.newProxyInstance(
                FailedPushTest.class.getClassLoader(), new Class<?>[] {ExecutionEvent.class}, (self, method, none) -> {
                    Object value = values.get(method.getName());
                    if (value == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return value;
                });
    }

    private static Collection<String> said(MavenSession session) {
        FailedGoals failed = Objects.requireNonNull(FailedGoals.of(session));
        return new Diagnosis(
                        session, TestSessions.noDecrypter(), TestSessions.noLifecycle(), TestSessions.noRepositories())
                .of(failed.end());
    }

    private static Exception denied(String image) {
        return new MojoExecutionException(
                "Unable to push '" + image + "'",
                new IllegalStateException("Unable to push '" + image + "' : " + DENIED));
    }

    @Test
    void namesTheCauseTheWordsAndTheGoal() throws Exception {
        request.setOffline(true);
        MavenProject project = project("");
        MavenSession session = begin(project);

        fail(project, "docker-maven-plugin", "push", denied("registry.example.com/team/app:1.0"));

        assertThat(said(session))
                .singleElement()
                .asString()
                .contains(
                        "registry: what the failure of docker-maven-plugin:push (push) of service means (Maven's own error follows)",
                        "cause     permission-denied",
                        "requested access to the resource is",
                        "registry.example.com/team/app");
    }

    @Test
    void hearsWhatTheOthersHearToo() throws Exception {
        List<String> heard = new ArrayList<>();
        request.setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExecutionListener.class}, (self, method, events) -> {
                    heard.add(method.getName());
                    return null;
                }));
        MavenProject project = project("");
        begin(project);
        ExecutionEvent event = event(project, "exec-maven-plugin", "exec", new Exception("Exit value: 1"));

        listener().mojoStarted(event);
        listener().mojoFailed(event);
        listener().projectFailed(event);

        assertThat(heard).containsExactly("mojoStarted", "mojoFailed", "projectFailed");
    }

    @Test
    void saysNothingOfOtherFailures() throws Exception {
        request.setOffline(true);
        MavenProject project = project("");
        MavenSession session = begin(project);

        fail(project, "maven-compiler-plugin", "compile", new Exception("Compilation failure"));
        fail(project, "maven-deploy-plugin", "deploy", new Exception("status code: 401, reason phrase: Unauthorized"));
        fail(project, "jib-maven-plugin", "build", new Exception("Main class was not found"));
        fail(project, "exec-maven-plugin", "exec", new Exception("Command execution failed. Exit value: 1"));

        assertThat(said(session)).isEmpty();
    }

    @Test
    void saysNothingOfAProgramThatSpeaksOfNoImage() throws Exception {
        request.setOffline(true);
        MavenProject project = project("");
        MavenSession session = begin(project);

        for (String words : List.of(
                "psql: error: connection to server at \"localhost\" (127.0.0.1), port 5432 failed: Connection refused",
                "npm ERR! code E401\nnpm ERR! Unable to authenticate, need: Basic realm=\"x\"",
                "curl: (6) Could not resolve host: example.com",
                "fatal: unable to access 'https://git.example.com/x.git/': The requested URL returned error: 403",
                "Permission denied (publickey).",
                "Error: no space left on device",
                "Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority",
                "Unable to connect to the server: net/http: TLS handshake timeout",
                "Error: Kubernetes cluster unreachable: Get \"http://localhost:8080/version\": http: server gave HTTP response to "
                        + "HTTPS client",
                "Cannot open server 'orders' requested by the login. Client with IP address '192.0.2.9' is not allowed to "
                        + "access the server.",
                "< HTTP/1.1 413 Payload Too Large",
                "Get \"https://updates.example.com/\": x509: certificate has expired or is not yet valid",
                "FATAL: the request failed: insufficient scopes")) {
            fail(project, "exec-maven-plugin", "exec", new Exception(words));
        }

        assertThat(said(session)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
                "Get \"https://registry.example.com/v2/\": x509: certificate signed by unknown authority",
                "error: failed to push: unexpected status from PATCH request: 413 Payload Too Large",
                "denied: client with IP '192.0.2.9' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."
            })
    void explainsAProgramThatSaysWithCertaintyWhatIsSaidOfImagesOnly(String words) throws Exception {
        request.setOffline(true);
        MavenProject project = project("");
        MavenSession session = begin(project);

        fail(project, "exec-maven-plugin", "exec", new Exception(words));

        assertThat(said(session)).hasSize(1);
    }

    @Test
    void saysOnceWhatSeveralModulesFailWith() throws Exception {
        request.setOffline(true);
        MavenProject project = project("");
        MavenSession session = begin(project);

        fail(project, "docker-maven-plugin", "push", denied("registry.example.com/team/app:1.0"));
        fail(project, "docker-maven-plugin", "push", denied("registry.example.com/team/app:1.0"));

        assertThat(said(session)).hasSize(1);
    }

    @Test
    void asksTheRegistryOfAnImageThatTheProjectNames() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("publisher", "publishers-word")
                .grant("publisher", "team/*", Action.PULL)
                .start()) {
            String image = registry.host() + "/team/app:1.0";
            MavenProject project =
                    project("<registry.images>" + image + "</registry.images><registry.insecureRegistries>"
                            + registry.host() + "</registry.insecureRegistries>");
            MavenSession session = begin(project);

            fail(project, "docker-maven-plugin", "push", denied(image));

            assertThat(said(session)).singleElement().asString().contains("Asked just now");
            assertThat(registry.requests()).isNotEmpty();
        }
    }

    private String saidOfDocker(boolean mayPush) throws Exception {
        TestRegistryBuilder builder = TestRegistry.builder();
        try (TestRegistry registry = (mayPush ? builder : builder.bearer().user("ci", "a-word")).start()) {
            MavenProject project =
                    project("<registry.insecureRegistries>" + registry.host() + "</registry.insecureRegistries>");
            MavenSession session = begin(project);
            ExecutionEvent event = event(project, "maven-antrun-plugin", "run", new Exception("exec returned: 1"));
            event.getMojoExecution()
                    .setConfiguration(Xpp3DomBuilder.build(
                            new StringReader("<configuration><target><exec executable=\"docker\"><arg line=\"push "
                                    + registry.host() + "/team/app:1.0\"/></exec></target></configuration>")));

            listener().mojoFailed(event);

            return String.join("\n", said(session));
        }
    }

    @Test
    void asksTheRegistryWhereAProgramsWordsDidNotComeThisWay() throws Exception {
        assertThat(saidOfDocker(false))
                .contains("maven-antrun-plugin:run (push) of service means", "cause     credentials-missing, likely");
    }

    @Test
    void saysNothingWhereTheRegistryWouldTakeThePush() throws Exception {
        assertThat(saidOfDocker(true)).isEmpty();
    }

    @Test
    void asksNoRegistryThatStandsInTheErrorAlone() throws Exception {
        try (TestRegistry registry = TestRegistry.builder().bearer().start()) {
            MavenProject project =
                    project("<registry.insecureRegistries>" + registry.host() + "</registry.insecureRegistries>");
            MavenSession session = begin(project);

            fail(project, "docker-maven-plugin", "push", denied(registry.host() + "/team/app:1.0"));

            assertThat(said(session)).hasSize(1);
            assertThat(registry.requests()).isEmpty();
        }
    }

    @Test
    void asksNobodyOffline() throws Exception {
        request.setOffline(true);
        try (TestRegistry registry = TestRegistry.builder().bearer().start()) {
            String image = registry.host() + "/team/app:1.0";
            MavenProject project = project("<registry.images>" + image + "</registry.images>");
            MavenSession session = begin(project);

            fail(project, "docker-maven-plugin", "push", denied(image));

            assertThat(said(session)).hasSize(1);
            assertThat(registry.requests()).isEmpty();
        }
    }

    @Test
    void leavesAProjectAloneThatSkips() throws Exception {
        request.setOffline(true);
        MavenProject project = project("<registry.skip>true</registry.skip>");
        MavenSession session = begin(project);

        fail(project, "docker-maven-plugin", "push", denied("registry.example.com/team/app:1.0"));

        assertThat(said(session)).isEmpty();
    }

    @Test
    void listensToNothingWhereItIsToBeSkipped() throws Exception {
        request.getUserProperties().setProperty("registry.skip", "true");

        MavenSession session = begin(project(""));

        assertThat(request.getExecutionListener()).isNull();
        assertThat(FailedGoals.of(session)).isNull();
    }

    @Test
    void leavesTheStreamsAloneWhereModulesAreBuiltAtTheSameTime() throws Exception {
        request.setDegreeOfConcurrency(2);
        MavenProject project = project("");
        begin(project);

        listener().mojoStarted(event(project, "exec-maven-plugin", "exec", new Exception("none")));

        assertThat(System.out).isNotInstanceOf(OverheardStream.class);
    }

    @Test
    void survivesAnExceptionThatIsItsOwnCause() throws Exception {
        request.setOffline(true);
        MavenProject project = project("");
        MavenSession session = begin(project);
        Exception inner = new Exception("Unable to push 'registry.example.com/team/app:1.0' : " + DENIED);
        inner.initCause(new Exception("outer", inner));

        fail(project, "docker-maven-plugin", "push", inner);

        assertThat(said(session)).hasSize(1);
    }
}
