package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusTest {
    private static final String KEY = "quarkus.container-image.";
    private static final String PUSH = property("push", "true");

    @TempDir
    private Path folder;

    private static String property(String key, String value) {
        return "<" + KEY + key + ">" + value + "</" + KEY + key + ">";
    }

    private static String extension(String builder) {
        return "<dependency><groupId>io.quarkus</groupId><artifactId>quarkus-container-image-" + builder
                + "</artifactId><version>1</version></dependency>";
    }

    private TestBuild quarkus(String properties, String configuration, String dependencies) {
        return TestBuild.of(
                folder,
                "<properties>" + properties + "</properties><dependencies>" + dependencies + "</dependencies>"
                        + TestBuild.plugin("io.quarkus", "quarkus-maven-plugin", "build", configuration));
    }

    private TestBuild jib(String properties) {
        return quarkus(PUSH + properties, "", extension("jib"));
    }

    @Test
    void pushesOnlyWhenTold() {
        assertThat(quarkus(property("image", "h.example/a:1"), "", extension("jib"))
                        .names())
                .isEmpty();
        assertThat(jib(property("image", "h.example/a:1")).names()).containsExactly("h.example/a:1");
    }

    @Test
    void aWholeNameTakesThePlaceOfItsPartsAndTagsAreAdded() {
        assertThat(jib(property("image", "h.example/a:1") + property("group", "g") + property("additional-tags", "x,y"))
                        .names())
                .containsExactly("h.example/a:1", "h.example/a:x", "h.example/a:y");
    }

    @Test
    void partsHaveDefaultsOfTheProjectAndOfTheUser() {
        String user = System.getProperty("user.name").replace(' ', '-').toLowerCase(Locale.getDefault());

        assertThat(jib(property("registry", "h.example")).names()).containsExactly("h.example/" + user + "/app:1.0");
        assertThat(jib(property("registry", "h.example")
                                + property("group", "G")
                                + property("name", "n")
                                + property("tag", "t"))
                        .names())
                .containsExactly("h.example/g/n:t");
        assertThat(jib(property("registry", "h.example"))
                        .typed(KEY + "group", "")
                        .names())
                .containsExactly("h.example/app:1.0");
    }

    @Test
    void theNearerSourceCounts() throws Exception {
        TestBuild build = quarkus(
                PUSH + property("image", "h.example/pom:1"),
                "<properties><" + KEY + "image>h.example/plugin:1</" + KEY + "image></properties>",
                extension("jib"));

        assertThat(build.names()).containsExactly("h.example/plugin:1");
        build.file("src/main/resources/application.properties", KEY + "image=h.example/file:1");
        assertThat(build.names()).containsExactly("h.example/file:1");
        build.environment("QUARKUS_CONTAINER_IMAGE_IMAGE", "h.example/env:1");
        assertThat(build.names()).containsExactly("h.example/env:1");
        build.typed(KEY + "image", "h.example/typed:1");
        assertThat(build.image().foundIn())
                .isEqualTo("quarkus-maven-plugin:build (execution it, " + KEY + "image on the command line)");
    }

    @Test
    void aSettingForTheProfileCountsBeforeOneForAll() throws Exception {
        TestBuild build = jib("").file(
                        "src/main/resources/application.properties",
                        "%prod." + KEY + "image=h.example/prod:1\n%ci." + KEY + "image=h.example/ci:1\n" + KEY
                                + "image=h.example/all:1\n");

        assertThat(build.names()).containsExactly("h.example/prod:1");
        assertThat(build.typed("quarkus.profile", "ci").names()).containsExactly("h.example/ci:1");
        build.file("src/main/resources/application-ci.properties", KEY + "image=h.example/own:1");
        assertThat(build.names()).containsExactly("h.example/own:1");
    }

    @Test
    void expressionsAreExpandedAndWhatNothingSetsIsOpen() throws Exception {
        RequestedImage image = jib("<quarkus.team>t</quarkus.team>")
                .file(
                        "src/main/resources/application.properties",
                        KEY + "image=h.example/${quarkus.team}/${other:o}:${build.number}")
                .image();

        assertThat(image.reference()).isEqualTo("h.example/t/o");
        assertThat(image.terms().openTag()).isEqualTo("${build.number} is set during the build");
    }

    @Test
    void whoPushesHasToBeKnown() {
        assertThat(quarkus(PUSH, "", "").names()).isEmpty();
        assertThat(quarkus(PUSH, "", "").remarks()).singleElement().asString().contains("direct dependencies");
        assertThat(quarkus(PUSH, "", extension("jib") + extension("docker")).names())
                .isEmpty();
        assertThat(quarkus(PUSH, "", extension("jib") + extension("docker"))
                        .typed(KEY + "builder", "docker")
                        .image()
                        .terms()
                        .carrier())
                .isEqualTo("docker's daemon");
    }

    @Test
    void openShiftBringsItsBuilderWithIt() {
        String openshift = "<dependency><groupId>io.quarkus</groupId><artifactId>quarkus-openshift</artifactId>"
                + "<version>1</version></dependency>";

        assertThat(quarkus(PUSH, "", openshift).remarks())
                .singleElement()
                .asString()
                .contains("of the cluster");
        assertThat(quarkus(PUSH, "", openshift + extension("docker")).names()).isEmpty();
        assertThat(quarkus(PUSH, "", openshift + extension("docker"))
                        .typed(KEY + "builder", "docker")
                        .names())
                .hasSize(1);
    }

    private TestBuild goal(String goal, String properties, String configuration, String dependencies) {
        return TestBuild.of(
                folder,
                "<properties>" + properties + "</properties><dependencies>" + dependencies + "</dependencies>"
                        + TestBuild.plugin("io.quarkus", "quarkus-maven-plugin", goal, configuration));
    }

    @Test
    void imageBuildPushesWhenToldAndImagePushAlways() {
        String image = property("image", "h.example/a:1");

        assertThat(goal("image-build", image, "", extension("jib")).names()).isEmpty();
        assertThat(goal("image-build", image + PUSH, "", extension("jib")).names())
                .containsExactly("h.example/a:1");
        assertThat(goal("image-push", image, "", extension("jib")).names()).containsExactly("h.example/a:1");
        assertThat(goal("image-push", image, "", extension("jib"))
                        .typed(KEY + "dry-run", "true")
                        .names())
                .isEmpty();
    }

    @Test
    void goalsForImagesBringTheBuilderThatTheirOwnParameterNames() throws Exception {
        String image = property("image", "h.example/a:1");
        String podman = "<builderName>podman</builderName>";

        assertThat(goal("image-build", image + PUSH, "", "").image().terms().carrier())
                .isEqualTo("docker's daemon");
        assertThat(goal("image-build", image + PUSH, podman, "").image().terms().carrier())
                .isEqualTo("podman");
        // The goal has chosen before the application's settings are read.
        assertThat(goal("image-push", image, "", extension("docker"))
                        .file("src/main/resources/application.properties", KEY + "builder=podman")
                        .image()
                        .terms()
                        .carrier())
                .isEqualTo("docker's daemon");
    }

    private static String resources(String first, String second) {
        String resource = "<resource><directory>src/main/resources</directory>";
        return "<resources>" + resource + first + "</resource>" + resource + second + "</resource></resources>";
    }

    private TestBuild filtered(String resources) throws Exception {
        TestBuild build = TestBuild.of(
                folder,
                "<properties>" + PUSH + "<team>t</team></properties><dependencies>" + extension("jib")
                        + "</dependencies>"
                        + TestBuild.plugin("io.quarkus", "quarkus-maven-plugin", "build", "")
                                .replace("</build>", resources + "</build>"));
        return build.file(
                "src/main/resources/application.properties", KEY + "image=h.example/@team@/a:@project.version@");
    }

    @Test
    void whatMavenFiltersIsFilledIn() throws Exception {
        String off = "<filtering>false</filtering>";
        String on = "<filtering>true</filtering>";
        String it = "<includes><include>**/application*.properties</include></includes>";

        assertThat(filtered(resources(on, off)).names()).containsExactly("h.example/t/a:1.0");
        assertThat(filtered(resources(on + it, off + it.replace("include", "exclude")))
                        .names())
                .containsExactly("h.example/t/a:1.0");
        assertThat(filtered(resources(on + it.replace("application*", "other"), off))
                        .names())
                .containsExactly("h.example/@team@/a:@project.version@");
        assertThat(filtered(resources(on + it.replace("include", "exclude"), off))
                        .names())
                .containsExactly("h.example/@team@/a:@project.version@");
    }

    @Test
    void whatIsSetDuringTheBuildIsOpen() throws Exception {
        TestBuild build = filtered(resources("<filtering>true</filtering>", ""))
                .file("src/main/resources/application.properties", KEY + "image=h.example/a:@git.commit.id@");

        assertThat(build.image().reference()).isEqualTo("h.example/a");
        assertThat(build.image().terms().openTag()).isEqualTo("${git.commit.id} is set during the build");
    }

    @Test
    void yamlOfTheProfileIsSaidToBeUnreadToo() throws Exception {
        TestBuild build = jib("").typed("quarkus.profile", "ci")
                .file("src/main/resources/application-ci.yaml", "quarkus:\n  container-image:\n    tag: x\n");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks()).singleElement().asString().contains("application.yaml");
    }

    @Test
    void yamlIsSaidToBeUnread() throws Exception {
        TestBuild build =
                jib("").file("src/main/resources/application.yml", "quarkus:\n  container-image:\n    tag: x\n");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks()).singleElement().asString().contains("application.yaml");
    }

    @Test
    void logsInWithItsSettingsOrAsDockerDoesAndWithJibAsGoogleKnowsTheMachine() {
        assertThat(jib(property("image", "h.example/a:1")).image().terms().login())
                .isEqualTo(new PushLogin.Jibs(LookupOrder.JIB_OF_QUARKUS));
        assertThat(quarkus(PUSH + property("image", "h.example/a:1"), "", extension("docker"))
                        .image()
                        .terms()
                        .login())
                .isEqualTo(new PushLogin.Docker(null));
        assertThat(quarkus(PUSH + property("image", "h.example/a:1"), "", extension("podman"))
                        .image()
                        .terms()
                        .login())
                .isEqualTo(new PushLogin.Docker(null, LookupOrder.PODMAN));
        RequestedImage own = jib(property("image", "h.example/a:1")
                        + property("insecure", "true")
                        + property("username", "u")
                        + property("password", "p"))
                .image();
        assertThat(own.terms().login()).isInstanceOf(PushLogin.Brought.class);
        assertThat(own.terms().insecure()).isTrue();
    }

    @Test
    void skipFlagsAreHeeded() {
        String image = property("image", "h.example/a:1");

        assertThat(jib(image).typed("quarkus.build.skip", "true").names()).isEmpty();
        assertThat(jib(image).packaging("pom").names()).isEmpty();
    }
}
