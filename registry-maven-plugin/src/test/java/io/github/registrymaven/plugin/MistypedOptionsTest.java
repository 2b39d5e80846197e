package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistypedOptionsTest {
    @TempDir
    private Path folder;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private List<String> remarks(String option, String value, MavenProject... projects) {
        request.getUserProperties().clear();
        request.getUserProperties().setProperty(option, value);
        return MistypedOptions.in(TestSessions.of(folder, request, projects));
    }

    @Test
    void saysThatAnOptionWithATypoHasNoEffect() {
        assertThat(remarks("registry.faillOn", "unknown"))
                .containsExactly("-Dregistry.faillOn has no effect: registry-maven-plugin has no such parameter,"
                        + " registry.failOn is one");
        assertThat(remarks("registry.fail-on", "unknown"))
                .singleElement()
                .asString()
                .endsWith("registry.failOn is one");
        assertThat(remarks("registry.serverid", "x")).singleElement().asString().endsWith("registry.serverId is one");
    }

    @Test
    void saysThatAYesIsANo() {
        assertThat(remarks("registry.skip", "yes"))
                .containsExactly("-Dregistry.skip=yes counts as false: it takes true or false");
        assertThat(remarks("registry.apply", "1")).hasSize(1);
        assertThat(remarks("registry.skip", "true")).isEmpty();
        assertThat(remarks("registry.skip", "FALSE")).isEmpty();
    }

    @Test
    void leavesAloneWhatGoalsTakeAndWhatIsFarFromIt() {
        assertThat(remarks("registry.failOn", "unknown")).isEmpty();
        assertThat(remarks("registry.cause", "disk-full")).isEmpty();
        assertThat(remarks("registry.password", "x")).isEmpty();
        assertThat(remarks("registry.host", "x")).isEmpty();
        assertThat(remarks("registry.url", "x")).isEmpty();
        assertThat(remarks("my.registry.faillOn", "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "registry:check", "io.github.registrymaven:registry-maven-plugin:check"})
    void saysThatTheImageOfExplainIsNoImageOfCheck(String goal) {
        request.setGoals(List.of(goal));

        assertThat(remarks("registry.image", "a/b:1"))
                .containsExactly("-Dregistry.image has no effect: registry:explain alone takes it, the other goals take"
                        + " registry.images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry:explain",
                "registry:explain@text",
                "io.github.registrymaven:registry-maven-plugin:0.1.0-SNAPSHOT:explain"
            })
    void leavesTheImageToExplainWhereThatRuns(String goal) {
        request.setGoals(List.of("registry:check", goal));

        assertThat(remarks("registry.image", "a/b:1")).isEmpty();
    }

    @Test
    void leavesTheImageToAnExplainThatAPomBinds() throws Exception {
        MavenProject project = TestSessions.project(
                folder,
                "app",
                "<build><plugins><plugin><groupId>io.github.registrymaven</groupId>"
                        + "<artifactId>registry-maven-plugin</artifactId><executions><execution><phase>verify</phase>"
                        + "<goals><goal>explain</goal></goals></execution></executions></plugin></plugins></build>");

        assertThat(remarks("registry.image", "a/b:1", project)).isEmpty();
    }

    @Test
    void leavesAloneAPropertyOfAParentThatHasNoFile() throws Exception {
        MavenProject parent = TestSessions.project(folder, "parent", "");
        parent.setFile(null);
        parent.setOriginalModel(parent.getModel().clone());
        MavenProject project = TestSessions.project(folder, "app", "");
        project.setParent(parent);

        assertThat(remarks("registry.image", "a/b:1", project)).hasSize(1);
        parent.getOriginalModel().setDescription("${registry.images}");
        assertThat(remarks("registry.image", "a/b:1", project)).hasSize(1);
        parent.getOriginalModel().setDescription("${registry.image}");
        assertThat(remarks("registry.image", "a/b:1", project)).isEmpty();
    }

    @Test
    void leavesAloneAPropertyOfTheBuildsOwn() throws Exception {
        MavenProject project = TestSessions.project(folder, "app", "");
        Files.createDirectories(project.getBasedir().toPath());
        Files.writeString(project.getFile().toPath(), "<image>localhost:${registry.port}/app</image>");

        assertThat(remarks("registry.port", "5000", project)).isEmpty();
        assertThat(remarks("registry.pots", "5000", project)).hasSize(1);
    }
}
