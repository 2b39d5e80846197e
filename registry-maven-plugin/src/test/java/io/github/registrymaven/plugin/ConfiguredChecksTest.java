package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.credential.NamedServer;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredChecksTest {
    @TempDir
    Path root;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

    private ConfiguredChecks configured(MavenProject project) {
        MavenSession session = TestSessions.of(root, request, project);
        return new ConfiguredChecks(
                session, TestSessions.noDecrypter(), TestSessions.noLifecycle(), TestSessions.noRepositories());
    }

    private List<ConfiguredCheck> checks(String pom) throws Exception {
        MavenProject project = TestSessions.project(root, "app", pom);
        return configured(project).of(project);
    }

    private ConfiguredCheck only(String pom) throws Exception {
        List<ConfiguredCheck> checks = checks(pom);
        assertThat(checks).hasSize(1);
        return checks.get(0);
    }

    private static String plugin(String inside) {
        return "<build><plugins><plugin><groupId>io.github.registrymaven</groupId>"
                + "<artifactId>registry-maven-plugin</artifactId>" + inside + "</plugin></plugins></build>";
    }

    private static List<String> names(ConfiguredCheck check) throws ConfigurationProblem {
        return check.images(remark -> {}).stream()
                .map(RequestedImage::reference)
                .toList();
    }

    private static PushLogin login(ConfiguredCheck check) throws ConfigurationProblem {
        return check.images(remark -> {}).get(0).terms().login();
    }

    @Test
    void knowWhichImagesOurOwnPushLogsInFor() throws Exception {
        String ecr = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/";
        List<ConfiguredCheck> checks = checks(plugin("<executions>"
                + "<execution><id>a</id><goals><goal>check</goal></goals>"
                + "<configuration><images>" + ecr + "a:1</images></configuration></execution>"
                + "<execution><id>b</id><goals><goal>check</goal><goal>push</goal></goals>"
                + "<configuration><images><image> " + ecr + "b:1 </image></images></configuration></execution>"
                + "<execution><id>c</id><goals><goal>check</goal></goals>"
                + "<configuration><images>" + ecr + "b:1</images></configuration></execution>"
                + "<execution><id>d</id><goals><goal>push</goal></goals>"
                + "<configuration><images>r.example/d:1</images></configuration></execution>"
                + "</executions>"));

        assertThat(login(checks.get(0))).isEqualTo(new PushLogin.Anybody());
        assertThat(login(checks.get(1))).isEqualTo(new PushLogin.Ours());
        assertThat(login(checks.get(2))).isEqualTo(new PushLogin.Ours());
        assertThat(login(checks.get(3))).isEqualTo(new PushLogin.Anybody());
    }

    @Test
    void haveTheDefaultsOfTheGoalWhereNothingIsSaid() throws Exception {
        ConfiguredCheck check = only("");

        PreflightRequest asked = check.request(List.of());
        assertThat(names(check)).isEmpty();
        assertThat(check.isSkipped()).isFalse();
        assertThat(asked.probe()).isEqualTo(Probe.UPLOAD);
        assertThat(asked.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(asked.deadline()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void readThePluginsOwnConfiguration() throws Exception {
        ConfiguredCheck check =
                only(plugin("<configuration><images><image>r.example/a:1</image><image>r.example/b:1</image>"
                        + "</images><serverId>ours</serverId><probe>token</probe><deadline>7</deadline>"
                        + "<somethingOfAnotherGoal>x</somethingOfAnotherGoal></configuration>"));

        PreflightRequest asked = check.request(List.of());
        assertThat(names(check)).containsExactly("r.example/a:1", "r.example/b:1");
        assertThat(asked.server()).isEqualTo(new NamedServer("ours", Set.of()));
        assertThat(asked.probe()).isEqualTo(Probe.TOKEN);
        assertThat(asked.deadline()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void readEachExecutionOfCheckAndPush() throws Exception {
        List<ConfiguredCheck> checks = checks(plugin("<executions>"
                + "<execution><id>a</id><goals><goal>check</goal></goals>"
                + "<configuration><images>r.example/a:1</images></configuration></execution>"
                + "<execution><id>b</id><goals><goal>push</goal></goals>"
                + "<configuration><images>r.example/b:1</images></configuration></execution>"
                + "<execution><id>c</id><goals><goal>doctor</goal></goals></execution>"
                + "<execution><id>d</id><phase>none</phase><goals><goal>check</goal></goals></execution>"
                + "</executions>"));

        assertThat(checks).hasSize(2);
        assertThat(names(checks.get(0))).containsExactly("r.example/a:1");
        assertThat(names(checks.get(1))).containsExactly("r.example/b:1");
    }

    @Test
    void readPropertiesOfTheProjectAndOfTheCommandLineWhichWins() throws Exception {
        String pom = "<properties><registry.images>r.example/a:1,r.example/b:1</registry.images>"
                + "<registry.serverId>poms</registry.serverId></properties>";
        assertThat(names(only(pom))).containsExactly("r.example/a:1", "r.example/b:1");

        request.getUserProperties().setProperty("registry.serverId", "typed");
        assertThat(only(pom).request(List.of()).server()).isEqualTo(new NamedServer("typed", Set.of()));
    }

    @Test
    void letAnElementOfThePomWinOverTheCommandLineAsMavenDoes() throws Exception {
        request.getUserProperties().setProperty("registry.probe", "upload");

        ConfiguredCheck check = only(plugin("<configuration><probe>token</probe></configuration>"));

        assertThat(check.request(List.of()).probe()).isEqualTo(Probe.TOKEN);
    }

    @Test
    void knowWhatIsSkipped() throws Exception {
        assertThat(only(plugin("<configuration><skip>true</skip></configuration>"))
                        .isSkipped())
                .isTrue();
    }

    @Test
    void waitForAFileOfImagesThatTheBuildIsYetToMake() throws Exception {
        String pom = "<properties><registry.imagesFile>target/images.txt</registry.imagesFile></properties>";
        assertThat(names(only(pom))).isEmpty();

        Path file = root.resolve("app/target/images.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "r.example/a:1");

        assertThat(names(only(pom))).containsExactly("r.example/a:1");
    }

    @Test
    void nameTheParameterThatIsWrong() {
        assertThatThrownBy(() -> checks("<properties><registry.failOn>maybe</registry.failOn></properties>"))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessageContaining("registry.failOn is 'maybe'");
        assertThatThrownBy(() -> checks(plugin("<configuration><deadline>soon</deadline></configuration>")))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessageContaining("it:app")
                .hasMessageContaining("deadline");
    }
}
