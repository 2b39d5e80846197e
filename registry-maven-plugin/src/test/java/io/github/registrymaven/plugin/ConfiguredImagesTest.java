package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredImagesTest {
    @TempDir
    Path root;

    @Test
    void aModuleWithAnImageOfItsOwnIsBeyondTheParent() throws Exception {
        MavenProject parent = project("parent", "");
        MavenProject app = project("app", configuration("<image>registry.example.com/app:1</image>"));

        assertThat(ConfiguredImages.beyond(parent, List.of(parent, app))).containsExactly("app");
    }

    @Test
    void whatAModuleInheritsIsTheParentsOwn() throws Exception {
        String inherited = configuration("registry.example.com/a:1, registry.example.com/b:1");
        MavenProject parent = project("parent", inherited);
        MavenProject app = project("app", inherited);

        assertThat(ConfiguredImages.beyond(parent, List.of(parent, app))).isEmpty();
    }

    @Test
    void anImageOfAnExecutionCountsUnlessItIsSwitchedOff() throws Exception {
        MavenProject parent = project("parent", "");
        MavenProject app = project("app", execution("deploy"));
        MavenProject off = project("off", execution("none"));

        assertThat(ConfiguredImages.beyond(parent, List.of(parent, app, off))).containsExactly("app");
    }

    private MavenProject project(String name, String inside) throws Exception {
        return TestSessions.project(
                root,
                name,
                "<build><plugins><plugin><groupId>io.github.registrymaven</groupId>"
                        + "<artifactId>registry-maven-plugin</artifactId>" + inside + "</plugin></plugins></build>");
    }

    private static String execution(String phase) {
        return "<executions><execution><phase>" + phase + "</phase><goals><goal>push</goal></goals>"
                + configuration("<image>registry.example.com/app:1</image>") + "</execution></executions>";
    }

    private static String configuration(String images) {
        return "<configuration><images>" + images + "</images></configuration>";
    }
}
