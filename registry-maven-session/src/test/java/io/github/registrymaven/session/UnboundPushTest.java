package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnboundPushTest {
    private static String hint(String packaging, String plugin, String... goals) throws Exception {
        MavenProject project = new MavenProject(new MavenXpp3Reader()
                .read(new StringReader("<project><packaging>" + packaging + "</packaging><build><plugins><plugin>"
                        + plugin + "</plugin></plugins></build></project>")));
        @SuppressWarnings("deprecation") // the other way to a session is to mock one
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest().setGoals(List.of(goals)),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        return UnboundPush.hint(session);
    }

    private static String plugin(String group, String artifact, String goal) {
        return "<groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId><executions><execution><goals><goal>" + goal
                + "</goal></goals></execution></executions>";
    }

    @Test
    void whoTypesThePushIsToldToTypeItBehindTheCheck() throws Exception {
        assertThat(hint("jar", plugin("com.google.cloud.tools", "jib-maven-plugin", "buildTar"), "registry:check"))
                .isEqualTo(
                        " com.google.cloud.tools:jib-maven-plugin:build is bound to no phase: type it behind this goal, and"
                                + " its images are found before it pushes them.");
        assertThat(hint("jar", plugin("io.fabric8", "docker-maven-plugin", "build"), "registry:check"))
                .startsWith(" io.fabric8:docker-maven-plugin:push is");
    }

    @Test
    void aGoalThatIsBoundOrTypedAlreadyIsNoNews() throws Exception {
        String unbound = plugin("com.google.cloud.tools", "jib-maven-plugin", "buildTar");

        assertThat(hint("jar", plugin("com.google.cloud.tools", "jib-maven-plugin", "build"), "registry:check"))
                .isEmpty();
        assertThat(hint("jar", unbound, "registry:check", "jib:build@x")).isEmpty();
        assertThat(hint("pom", unbound, "registry:check")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot-maven-plugin", "quarkus-maven-plugin", "maven-jar-plugin"})
    void aPluginThatBuildsTheApplicationNeedNeverMakeAnImage(String artifact) throws Exception {
        assertThat(hint("jar", plugin("g", artifact, "repackage"), "registry:check"))
                .isEmpty();
    }
}
