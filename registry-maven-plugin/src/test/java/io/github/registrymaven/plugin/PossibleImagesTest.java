package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PossibleImagesTest {
    @TempDir
    Path root;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private boolean mayBeIn(String pom) throws Exception {
        MavenProject project = TestSessions.project(root, "app", pom);
        return new PossibleImages(TestSessions.of(root, request, project), TestSessions::noLifecycle).mayBeIn(project);
    }

    private static String plugin(String inside) {
        return "<build><plugins><plugin><groupId>io.github.registrymaven</groupId>"
                + "<artifactId>registry-maven-plugin</artifactId>" + inside + "</plugin></plugins></build>";
    }

    private static String execution(String configuration) {
        return plugin("<executions><execution><goals><goal>push</goal></goals><configuration>" + configuration
                + "</configuration></execution></executions>");
    }

    @Test
    void areNotInAProjectThatNamesNone() throws Exception {
        assertThat(mayBeIn("")).isFalse();
        assertThat(mayBeIn(plugin("<configuration><serverId>ours</serverId></configuration>")))
                .isFalse();
    }

    @Test
    void areWhereAnElementNamesThem() throws Exception {
        assertThat(mayBeIn(plugin("<configuration><images>r.example/a:1</images></configuration>")))
                .isTrue();
        assertThat(mayBeIn(execution("<images>r.example/a:1</images>"))).isTrue();
        assertThat(mayBeIn(execution("<imagesFile>list</imagesFile>"))).isTrue();
    }

    @Test
    void areWhereAPropertyNamesThem() throws Exception {
        assertThat(mayBeIn("<properties><registry.images>r.example/a:1</registry.images></properties>"))
                .isTrue();
        assertThat(mayBeIn("<properties><registry.imagesFile>list</registry.imagesFile></properties>"))
                .isTrue();

        request.getUserProperties().setProperty("registry.images", "r.example/a:1");

        assertThat(mayBeIn("")).isTrue();
    }

    @Test
    void areWhereAnImageIsAtHand() throws Exception {
        assertThat(mayBeIn(plugin("<configuration><source>target/image.tar</source></configuration>")))
                .isTrue();
    }

    @Test
    void areWhereAPluginOrAProgramPushes() throws Exception {
        assertThat(mayBeIn("<build><plugins><plugin><groupId>com.google.cloud.tools</groupId>"
                        + "<artifactId>jib-maven-plugin</artifactId></plugin></plugins></build>"))
                .isTrue();
        assertThat(mayBeIn("<build><plugins><plugin><groupId>org.codehaus.mojo</groupId>"
                        + "<artifactId>exec-maven-plugin</artifactId><executions><execution><goals><goal>exec</goal></goals>"
                        + "<configuration><executable>docker</executable><commandlineArgs>push r.example/a:1"
                        + "</commandlineArgs></configuration></execution></executions></plugin></plugins></build>"))
                .isTrue();
    }

    @Test
    void areWhereAGoalIsTypedThatMayPush() throws Exception {
        request.setGoals(List.of("deploy", "com.example:docker-maven-plugin:push"));

        assertThat(mayBeIn("")).isTrue();
    }
}
