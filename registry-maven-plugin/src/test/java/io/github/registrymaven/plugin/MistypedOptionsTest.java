package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MistypedOptionsTest {
    @TempDir
    private Path folder;

    private List<String> remarks(String option, String value, MavenProject... projects) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
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
        assertThat(remarks("registry.image", "a/b:1")).isEmpty();
        assertThat(remarks("registry.password", "x")).isEmpty();
        assertThat(remarks("registry.host", "x")).isEmpty();
        assertThat(remarks("registry.url", "x")).isEmpty();
        assertThat(remarks("my.registry.faillOn", "x")).isEmpty();
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
