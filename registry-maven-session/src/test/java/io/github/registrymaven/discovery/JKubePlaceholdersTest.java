package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JKubePlaceholdersTest {
    @TempDir
    private Path folder;

    private TestBuild named(String name) {
        return TestBuild.of(
                folder,
                TestBuild.plugin(
                        "org.eclipse.jkube",
                        "kubernetes-maven-plugin",
                        "push",
                        "<images><image><name>" + name + "</name><build/></image></images>"));
    }

    @Test
    void areFilledFromTheCommandLineAndTheJvmToo() {
        assertThat(named("h.example/%g/%a:%l")
                        .typed("jkube.image.user", "platform")
                        .system("jkube.image.tag", "1.4.2")
                        .names())
                .containsExactly("h.example/platform/app:1.4.2");
    }

    @Test
    void aTagThatIsGivenIsTakenAsItIs() {
        assertThat(named("h.example/%a:%l")
                        .typed("jkube.image.tag", "7-SNAPSHOT")
                        .names())
                .containsExactly("h.example/app:7-SNAPSHOT");
        assertThat(named("h.example/%a:%v").typed("jkube.image.tag", " ").names())
                .containsExactly("h.example/app:1.0");
    }

    @Test
    void aPlusOfTheVersionIsNotInTheTag() {
        assertThat(named("h.example/%a:%v").version("1.0+build").names()).containsExactly("h.example/app:1.0-build");
        assertThat(named("h.example/%a:%l")
                        .version("1.0+build")
                        .typed("jkube.image.tag.semver_plus_substitution", "_")
                        .names())
                .containsExactly("h.example/app:1.0_build");
        assertThat(named("h.example/%a:%v")
                        .version("1.0+build")
                        .typed("jkube.image.tag.semver_plus_substitution", "+")
                        .names())
                .containsExactly("h.example/app:1.0-build");
    }

    @Test
    void aSnapshotIsTheLatestWithWhatIsBehindThePlus() {
        assertThat(named("h.example/%a:%l").version("1-SNAPSHOT").names()).containsExactly("h.example/app:latest");
        assertThat(named("h.example/%a:%l").version("1-SNAPSHOT+5").names()).containsExactly("h.example/app:latest-5");
        assertThat(named("h.example/%a:%v").version("1-SNAPSHOT+5").names())
                .containsExactly("h.example/app:1-SNAPSHOT-5");
    }

    @Test
    void theTimeOfASnapshotIsNotKnown() {
        TestBuild build = named("h.example/%a:%t").version("1-SNAPSHOT");

        assertThat(build.names()).containsExactly("h.example/app");
        assertThat(build.image().terms().openTag()).contains("time stamp");
    }

    @Test
    void areOneLetterAndWhatFollowsIsText() {
        assertThat(named("h.example/%aserver:1").names()).containsExactly("h.example/appserver:1");
    }

    @Test
    void anUnknownOneIsSaid() {
        assertThat(named("h.example/%a:%T").names()).isEmpty();
        assertThat(named("h.example/%a:%T").remarks())
                .singleElement()
                .asString()
                .contains("no placeholder %T");
    }

    @Test
    void expressionsThatMavenLeftInANameAreFilledIn() {
        TestBuild build = named("not.asked/for:1")
                .typed("jkube.container-image.name", "h.example/${stage}/a:${BUILD}")
                .typed("stage", "${real.stage}")
                .typed("real.stage", "dev")
                .environment("BUILD", "7");

        assertThat(build.names()).containsExactly("h.example/dev/a:7");
    }

    @Test
    void tagsHaveNone() {
        TestBuild build = named("h.example/%a:1").typed("jkube.container-image.tags.1", "%v");

        assertThat(build.names()).containsExactly("h.example/app:1", "h.example/app:%v");
    }
}
