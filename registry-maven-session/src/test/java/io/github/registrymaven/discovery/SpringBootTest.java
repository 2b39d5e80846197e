package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringBootTest {
    @TempDir
    private Path folder;

    private TestBuild spring(String configuration) {
        return TestBuild.of(
                folder,
                TestBuild.plugin(
                        "org.springframework.boot", "spring-boot-maven-plugin", "build-image-no-fork", configuration));
    }

    private static String image(String name) {
        return "<image><publish>true</publish>" + name + "</image>";
    }

    @Test
    void pushesOnlyWhatIsPublished() {
        assertThat(spring("<image><name>h.example/a:1</name></image>").names()).isEmpty();
        assertThat(spring("<image><name>h.example/a:1</name></image>")
                        .typed("spring-boot.build-image.publish", "true")
                        .names())
                .containsExactly("h.example/a:1");
        assertThat(spring("<image><name>h.example/a:1</name><publish>false</publish></image>")
                        .typed("spring-boot.build-image.publish", "true")
                        .names())
                .isEmpty();
    }

    @Test
    void thePomOutranksTheProperty() {
        assertThat(spring(image("<name>h.example/pom:1</name>"))
                        .typed("spring-boot.build-image.imageName", "h.example/typed:1")
                        .names())
                .containsExactly("h.example/pom:1");
        assertThat(spring(image(""))
                        .typed("spring-boot.build-image.imageName", "h.example/typed:1")
                        .names())
                .containsExactly("h.example/typed:1");
    }

    @Test
    void tagsInOneTextAreSplitAsMavenSplitsThem() {
        assertThat(spring(image("<name>h.example/a:1</name><tags>h.example/a:2,other.example/b:3</tags>"))
                        .names())
                .containsExactly("h.example/a:1", "h.example/a:2", "other.example/b:3");
    }

    @Test
    void byDefaultItIsNamedAfterTheArtifact() {
        assertThat(spring(image("")).names()).containsExactly("app:1.0");
    }

    @Test
    void aNameThatALaterPluginSetsIsNotThatOfTheArtifact() {
        TestBuild build = spring(image("<name>${image.of.later}</name>"));

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks()).singleElement().asString().contains("names ${image.of.later}");
    }

    @Test
    void tagsAreWholeReferences() {
        assertThat(spring(image("<name>h.example/a:1</name><tags><tag>other.example/b:2</tag></tags>"))
                        .names())
                .containsExactly("h.example/a:1", "other.example/b:2");
    }

    @Test
    void pushesNothingWhenSkippedOrOfPackagingPom() {
        assertThat(spring(image(""))
                        .typed("spring-boot.build-image.skip", "true")
                        .names())
                .isEmpty();
        assertThat(spring(image("")).packaging("pom").names()).isEmpty();
    }

    @Test
    void logsInWithThePublishRegistryOrAsDockerDoes() {
        String registry = "<docker><publishRegistry>%s</publishRegistry></docker>";

        RequestedImage password = spring(
                        image("") + String.format(registry, "<username>u</username><password>p</password>"))
                .image();
        RequestedImage token =
                spring(image("") + String.format(registry, "<token>t</token>")).image();

        assertThat(password.terms().login()).isInstanceOf(PushLogin.Brought.class);
        assertThat(((PushLogin.Brought) token.terms().login()).found().credential())
                .isInstanceOf(Credential.IdentityToken.class);
        for (String open :
                new String[] {"<token>${later}</token>", "<username>u</username><password>${later}</password>"}) {
            assertThat(spring(image("") + String.format(registry, open))
                            .image()
                            .terms()
                            .login())
                    .isInstanceOf(PushLogin.Unseen.class);
        }
        assertThat(spring(image("")).image().terms().login()).isEqualTo(new PushLogin.Docker(null));
        assertThat(spring(image("")).image().terms().carrier()).isEqualTo("docker's daemon");
    }
}
