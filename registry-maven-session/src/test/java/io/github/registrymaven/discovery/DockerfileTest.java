package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.preflight.PushLogin;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTest {
    @TempDir
    private Path folder;

    private TestBuild push(String configuration) {
        return TestBuild.of(folder, TestBuild.plugin("com.spotify", "dockerfile-maven-plugin", "push", configuration));
    }

    @Test
    void takesWhatTheBuildOfThisSessionWillLeaveBehind() throws Exception {
        String build = "<execution><id>b</id><phase>package</phase><goals><goal>build</goal></goals><configuration>"
                + "<repository>h.example/built</repository><tag>5</tag></configuration></execution>";
        String push = "<execution><id>p</id><phase>deploy</phase><goals><goal>push</goal></goals></execution>";
        String plugin = "<build><plugins><plugin><groupId>com.spotify</groupId>"
                + "<artifactId>dockerfile-maven-plugin</artifactId><version>1</version><executions>" + build + push
                + "</executions></plugin></plugins></build>";

        assertThat(TestBuild.of(folder, plugin)
                        .file("target/docker/repository", "h.example/of-old")
                        .names())
                .containsExactly("h.example/built:5");
    }

    @Test
    void takesRepositoryAndTag() {
        assertThat(push("<repository>h.example/a</repository><tag>2</tag>").names())
                .containsExactly("h.example/a:2");
        assertThat(push("<repository>h.example/a</repository>").names()).containsExactly("h.example/a:latest");
        assertThat(push("").typed("dockerfile.repository", "h.example/p")
                        .typed("dockerfile.tag", "3")
                        .names())
                .containsExactly("h.example/p:3");
    }

    @Test
    void aRepositoryThatALaterPluginSetsIsSaidAndATagIsOpen() {
        assertThat(push("<repository>${later}</repository><tag>2</tag>").remarks())
                .singleElement()
                .asString()
                .contains("names ${later}:2");
        assertThat(push("<repository>h.example/a</repository><tag>${later}</tag>")
                        .image()
                        .terms()
                        .openTag())
                .isEqualTo("${later} is set during the build");
    }

    @Test
    void takesWhatAnEarlierBuildWrote() throws Exception {
        assertThat(push("").file("target/docker/repository", "h.example/w\n")
                        .file("target/docker/tag", "4\n")
                        .names())
                .containsExactly("h.example/w:4");
    }

    @Test
    void saysThatNothingIsNamed() {
        assertThat(push("").remarks()).singleElement().asString().contains("names no repository");
    }

    @Test
    void skipFlagsAreHeeded() {
        String repository = "<repository>h.example/a</repository>";

        assertThat(push(repository).typed("dockerfile.skip", "true").names()).isEmpty();
        assertThat(push(repository).typed("dockerfile.push.skip", "true").names())
                .isEmpty();
    }

    @Test
    void logsInAsDockerDoesThenWithThePom() {
        String repository = "<repository>h.example/a</repository>";

        assertThat(push(repository).image().terms().login()).isEqualTo(new PushLogin.Docker(null));
        PushLogin own = push(repository + "<username>u</username><password>p</password>")
                .image()
                .terms()
                .login();
        assertThat(((PushLogin.Docker) own).otherwise()).isNotNull();
        assertThat(push("<repository>eu.gcr.io/p/a</repository>")
                        .image()
                        .terms()
                        .login())
                .isInstanceOf(PushLogin.Unseen.class);
    }

    @Test
    void withSettingsAskedForTheServerOfThatRegistryCountsFirstAndThePomLast() {
        String both = "<repository>h.example:5000/a</repository><username>u</username><password>p</password>"
                + "<useMavenSettingsForAuth>true</useMavenSettingsForAuth>";

        for (String server : new String[] {"h.example:5000", "h.example", "other.example"}) {
            PushLogin login = push(both).server(server).image().terms().login();
            assertThat(((PushLogin.Docker) login).otherwise()).isNotNull();
            assertThat(((PushLogin.Docker) login).order())
                    .isEqualTo(server.equals("h.example:5000") ? LookupOrder.SETTINGS_AND_DOCKER : LookupOrder.DOCKER);
        }
    }

    @Test
    void aNameWithoutARegistryIsDockersServer() {
        String settings = "<useMavenSettingsForAuth>true</useMavenSettingsForAuth>";

        for (String repository : new String[] {"team/a", "localhost:5000/a"}) {
            assertThat(push("<repository>" + repository + "</repository>" + settings)
                            .server("docker.io")
                            .image()
                            .terms()
                            .login())
                    .isEqualTo(
                            repository.equals("team/a")
                                    ? new PushLogin.Docker(null, LookupOrder.SETTINGS_AND_DOCKER)
                                    : new PushLogin.Unseen(
                                            "dockerfile-maven-plugin sends docker.io's login to a host without a dot"));
        }
    }
}
