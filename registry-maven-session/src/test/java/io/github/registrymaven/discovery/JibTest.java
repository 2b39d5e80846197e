package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JibTest {
    @TempDir
    private Path folder;

    private TestBuild jib(String configuration) {
        return TestBuild.of(
                folder, TestBuild.plugin("com.google.cloud.tools", "jib-maven-plugin", "build", configuration));
    }

    private static FoundCredential brought(RequestedImage image) {
        assertThat(image.terms().login()).isInstanceOf(PushLogin.Brought.class);
        return ((PushLogin.Brought) image.terms().login()).found();
    }

    @Test
    void pushesTheNameAndEveryTag() {
        Discovery discovery =
                jib("<to><image>h.example/a:1</image><tags><tag>2</tag><tag>${project.version}</tag></tags></to>")
                        .discovery();

        assertThat(discovery.images())
                .extracting(RequestedImage::reference, RequestedImage::foundIn)
                .containsExactly(
                        tuple("h.example/a:1", "jib-maven-plugin:build (execution it, <to><image>)"),
                        tuple("h.example/a:2", "jib-maven-plugin:build (execution it, <to><tags>)"),
                        tuple("h.example/a:1.0", "jib-maven-plugin:build (execution it, <to><tags>)"));
    }

    @Test
    void tagsInOneTextAreSplitAsMavenSplitsThem() {
        assertThat(jib("<to><image>h.example/a</image><tags>1,stable</tags></to>")
                        .names())
                .containsExactly("h.example/a", "h.example/a:1", "h.example/a:stable");
        assertThat(jib("<to><image>h.example/a</image><tags>${csv}</tags></to>")
                        .typed("csv", "1,,stable")
                        .names())
                .containsExactly("h.example/a", "h.example/a:1", "h.example/a:stable");
        assertThat(jib("<to><image>h.example/a</image><tags/></to>").names()).containsExactly("h.example/a");
    }

    @Test
    void takesTheShortFormOfTo() {
        assertThat(jib("<to>h.example/a</to>").names()).containsExactly("h.example/a");
    }

    @Test
    void aPropertyOutranksThePom() {
        RequestedImage image = jib("<to><image>h.example/pom</image></to>")
                .typed("jib.to.image", "h.example/typed")
                .image();

        assertThat(image.reference()).isEqualTo("h.example/typed");
        assertThat(image.foundIn())
                .isEqualTo("jib-maven-plugin:build (execution it, jib.to.image on the command line)");
    }

    @Test
    void imageOutranksJibToImage() {
        assertThat(jib("").typed("jib.to.image", "h.example/long")
                        .system("image", "h.example/short")
                        .names())
                .containsExactly("h.example/short");
    }

    @Test
    void theCommandLineOutranksTheProjectAndTheProjectTheJvm() {
        String property = "<properties><jib.to.image>h.example/project</jib.to.image></properties>";
        TestBuild build = TestBuild.of(
                        folder, property + TestBuild.plugin("com.google.cloud.tools", "jib-maven-plugin", "build", ""))
                .system("jib.to.image", "h.example/jvm");

        assertThat(build.names()).containsExactly("h.example/project");
        assertThat(build.typed("jib.to.image", "h.example/typed").names()).containsExactly("h.example/typed");
    }

    @Test
    void tagsOfThePropertyReplaceThoseOfThePom() {
        assertThat(jib("<to><image>h.example:5000/a</image><tags><tag>pom</tag></tags></to>")
                        .typed("jib.to.tags", "x, y")
                        .names())
                .containsExactly("h.example:5000/a", "h.example:5000/a:x", "h.example:5000/a:y");
    }

    @Test
    void pushesNothingWhenSkippedOrOfPackagingPom() {
        String to = "<to><image>h.example/a</image></to>";

        assertThat(jib(to + "<skip>true</skip>").names()).isEmpty();
        assertThat(jib(to).typed("jib.skip", "true").names()).isEmpty();
        assertThat(jib(to).packaging("pom").names()).isEmpty();
    }

    @Test
    void theSkipOfThePomOutranksTheProperty() {
        assertThat(jib("<to><image>h.example/a</image></to><skip>false</skip>")
                        .typed("jib.skip", "true")
                        .names())
                .containsExactly("h.example/a");
    }

    @Test
    void pushesOnlyTheModuleThatIsContainerized() {
        String to = "<to><image>h.example/a</image></to>";

        assertThat(jib(to).typed("jib.containerize", ":app").names()).hasSize(1);
        assertThat(jib(to).typed("jib.containerize", "org.example.team:app").names())
                .hasSize(1);
        assertThat(jib(to).typed("jib.containerize", ":other").names()).isEmpty();
        assertThat(jib(to).typed("jib.containerize", "some/folder").names()).isEmpty();
        assertThat(jib(to).typed("jib.containerize", folder.getFileName().toString())
                        .names())
                .hasSize(1);
    }

    @Test
    void saysThatNoImageIsNamed() {
        TestBuild build = jib("<from><image>scratch</image></from>");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks())
                .containsExactly(
                        "jib-maven-plugin:build (execution it, <to><image>) names no image: jib will say so and fail");
    }

    @Test
    void aNameThatALaterPluginSetsIsSaidOnceAndIsNotMissing() {
        TestBuild build = jib("<to><image>${image.of.later}</image><tags><tag>1</tag></tags></to>");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks())
                .containsExactly(
                        "jib-maven-plugin:build (execution it, <to><image>) names ${image.of.later}, and nothing"
                                + " has set what is in ${} yet: it is not checked");
    }

    @Test
    void aTagThatALaterPluginSetsIsOpen() {
        Discovery discovery =
                jib("<to><image>h.example/a:1</image><tags><tag>${git.commit.id.abbrev}</tag></tags></to>")
                        .discovery();

        assertThat(discovery.images())
                .extracting(RequestedImage::reference, image -> image.terms().openTag())
                .containsExactly(
                        tuple("h.example/a:1", null),
                        tuple("h.example/a", "${git.commit.id.abbrev} is set during the build"));
    }

    @Test
    void bringsTheLoginOfThePom() {
        FoundCredential found = brought(
                jib("<to><image>h.example/a</image><auth><username>ci</username><password>planted</password></auth></to>")
                        .image());

        assertThat(((Credential.Password) found.credential()).username()).isEqualTo("ci");
        assertThat(((Credential.Password) found.credential()).password().reveal())
                .isEqualTo("planted");
        assertThat(found.origin().description()).isEqualTo("<to><auth> of jib-maven-plugin");
        assertThat(found.origin().plaintext()).isTrue();
    }

    @Test
    void aPasswordOfTheEnvironmentIsNotInPlainText() {
        FoundCredential found = brought(jib("<to><image>h.example/a</image>"
                        + "<auth><username>ci</username><password>${env.WORD}</password></auth></to>")
                .environment("WORD", "planted")
                .image());

        assertThat(((Credential.Password) found.credential()).password().reveal())
                .isEqualTo("planted");
        assertThat(found.origin().plaintext()).isFalse();
    }

    @Test
    void aLoginOfPropertiesOutranksThePomAndAHalfIsLeftOut() {
        String to = "<to><image>h.example/a</image><auth><username>pom</username><password>p</password></auth></to>";
        TestBuild build = jib(to).typed("jib.to.auth.username", "typed");

        assertThat(brought(build.image()).origin().description()).isEqualTo("<to><auth> of jib-maven-plugin");
        assertThat(brought(build.typed("jib.to.auth.password", "q").image())
                        .origin()
                        .description())
                .isEqualTo("jib.to.auth.password of jib-maven-plugin");
    }

    @Test
    void aHalfLoginOfThePomIsLeftOut() {
        assertThat(jib("<to><image>h.example/a</image><auth><username>ci</username></auth></to>")
                        .image()
                        .terms()
                        .login())
                .isEqualTo(new PushLogin.Jibs());
    }

    private PushLogin login(String auth) {
        return jib("<to><image>h.example/a</image><auth>" + auth + "</auth></to>")
                .image()
                .terms()
                .login();
    }

    @Test
    void aLoginThatThePomTakesFromThePropertyOfALaterPluginIsUnseen() {
        String word = "<username>me</username><password>${set.by.a.plugin}</password>";

        assertThat(login(word))
                .isEqualTo(new PushLogin.Unseen(
                        "<to><auth> of jib-maven-plugin is set during the build", new PushLogin.Jibs()));
        assertThat(login("<username>me</username><password>${env.NOT_SET}</password>"))
                .isEqualTo(new PushLogin.Jibs());
        assertThat(login("<password>${set.by.a.plugin}</password>")).isEqualTo(new PushLogin.Jibs());
        assertThat(jib("<to><image>h.example/a</image><credHelper>${later}</credHelper></to>")
                        .image()
                        .terms()
                        .login())
                .isInstanceOf(PushLogin.Unseen.class);
        assertThat(brought(jib("<to><image>h.example/a</image><auth>" + word + "</auth></to>")
                                .typed("set.by.a.plugin", "p")
                                .image())
                        .origin()
                        .description())
                .isEqualTo("<to><auth> of jib-maven-plugin");
    }

    @Test
    void namesItsHelper() {
        PushLogin expected = new PushLogin.HelperFirst("ecr-login", "<to><credHelper> of jib-maven-plugin");

        assertThat(jib("<to><image>h.example/a</image><credHelper>ecr-login</credHelper></to>")
                        .image()
                        .terms()
                        .login())
                .isEqualTo(expected);
        assertThat(jib("<to><image>h.example/a</image><credHelper><helper>ecr-login</helper></credHelper></to>")
                        .image()
                        .terms()
                        .login())
                .isEqualTo(expected);
    }

    @Test
    void cannotSeeTheLoginOfAHelperWithAnEnvironmentOfItsOwnOrOfAFile() {
        for (String helper : List.of(
                "<helper>ecr-login</helper><environment><AWS_PROFILE>x</AWS_PROFILE></environment>",
                "<helper>/opt/helper</helper>")) {
            assertThat(jib("<to><image>h.example/a</image><credHelper>" + helper + "</credHelper></to>")
                            .image()
                            .terms()
                            .login())
                    .isInstanceOf(PushLogin.Unseen.class);
        }
    }

    @Test
    void mayBeAllowedPlainHttp() {
        String to = "<to><image>h.example/a</image></to>";

        assertThat(jib(to).image().terms().insecure()).isFalse();
        assertThat(jib(to).image().terms().byJib()).isTrue();
        assertThat(jib(to + "<allowInsecureRegistries>true</allowInsecureRegistries>")
                        .image()
                        .terms()
                        .insecure())
                .isTrue();
        assertThat(jib(to).typed("jib.allowInsecureRegistries", "true")
                        .image()
                        .terms()
                        .insecure())
                .isTrue();
    }
}
