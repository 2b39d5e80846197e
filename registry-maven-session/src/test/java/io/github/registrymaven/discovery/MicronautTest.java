package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.preflight.PushLogin;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicronautTest {
    @TempDir
    private Path folder;

    private TestBuild micronaut(String to) {
        return TestBuild.of(
                        folder,
                        TestBuild.plugin(
                                "io.micronaut.maven",
                                "micronaut-maven-plugin",
                                "docker-push",
                                "</configuration></plugin><plugin><groupId>com.google.cloud.tools</groupId>"
                                        + "<artifactId>jib-maven-plugin</artifactId><version>1</version><configuration><to>"
                                        + to
                                        + "</to>"))
                .packaging("docker");
    }

    @Test
    void takesTheNameOfJibsConfiguration() {
        assertThat(micronaut("<image>h.example/a</image><tags><tag>x</tag></tags>")
                        .names())
                .containsExactly("h.example/a:latest", "h.example/a:x");
    }

    @Test
    void onlyPropertiesOfTheJvmOutrankIt() {
        TestBuild build = micronaut("<image>h.example/a:1</image>");

        assertThat(build.typed("jib.to.image", "h.example/typed:2")
                        .typed("jib.to.tags", "y")
                        .names())
                .containsExactly("h.example/typed:2", "h.example/typed:y");
        assertThat(micronaut("<image>h.example/a:1</image>")
                        .typed("image", "h.example/not-read")
                        .names())
                .containsExactly("h.example/a:1");
    }

    @Test
    void aNameThatALaterPluginSetsIsSaid() {
        assertThat(micronaut("<image>${later}</image>").remarks())
                .singleElement()
                .asString()
                .contains("names ${later}:latest");
    }

    @Test
    void tagsGoBehindTheFirstColonEvenThatOfAPort() {
        assertThat(micronaut("<image>h.example:5000/a</image><tags><tag>x</tag></tags>")
                        .names())
                .containsExactly("h.example:5000/a", "h.example:x");
    }

    @Test
    void otherPackagingsAndMissingNamesAreSaid() {
        assertThat(micronaut("<image>h.example/a</image>").packaging("jar").remarks())
                .singleElement()
                .asString()
                .contains("<packaging>");
        assertThat(micronaut("").remarks()).singleElement().asString().contains("names no image");
    }

    @Test
    void dockersConfigOutranksTheLoginOfThePom() {
        PushLogin login = micronaut(
                        "<image>h.example/a</image><auth><username>u</username><password>p</password></auth>")
                .image()
                .terms()
                .login();

        assertThat(login).isInstanceOf(PushLogin.Docker.class);
        FoundCredential ofThePom = Objects.requireNonNull(((PushLogin.Docker) login).otherwise());
        assertThat(ofThePom.origin().description()).isEqualTo("<to><auth> of jib-maven-plugin");
    }

    @Test
    void takesGooglesCredentialsWhereNobodyGaveALogin() {
        assertThat(micronaut("<image>h.example/a</image>").image().terms().login())
                .isEqualTo(new PushLogin.Jibs(LookupOrder.JIB_OF_MICRONAUT));
    }
}
