package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JKubeGeneratorsTest {
    private static final String SPRING_BOOT = plugin("org.springframework.boot", "spring-boot-maven-plugin");

    @TempDir
    private Path folder;

    private TestBuild jkube(String plugins, String properties, String configuration) {
        String jkube = TestBuild.plugin("org.eclipse.jkube", "kubernetes-maven-plugin", "push", configuration);
        return TestBuild.of(
                folder,
                "<properties>" + properties + "</properties>"
                        + jkube.replace("</plugins></build>", plugins + "</plugins></build>"));
    }

    private static String plugin(String group, String artifact) {
        return "<plugin><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId><version>1</version></plugin>";
    }

    private static String config(String generator, String settings) {
        return "<generator><config><" + generator + ">" + settings + "</" + generator + "></config></generator>";
    }

    private static String property(String name, String value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }

    @Test
    void theFirstThatKnowsTheProjectNamesTheImage() {
        assertThat(jkube(SPRING_BOOT, "", "").names()).containsExactly("team/app:1.0");
        assertThat(jkube(SPRING_BOOT, "", "").version("1-SNAPSHOT").names()).containsExactly("team/app:latest");
        assertThat(jkube(SPRING_BOOT, "", "")
                        .typed("jkube.docker.push.registry", "h.example")
                        .names())
                .containsExactly("h.example/team/app:1.0");
    }

    @Test
    void itsSettingsInThePomCountBeforeItsPropertiesAndTheseBeforeThoseOfAll() {
        String ofAll = property("jkube.generator.name", "h.example/all:1");
        String itsOwn = property("jkube.generator.spring-boot.name", "h.example/own:1");
        String inPom = config("spring-boot", "<name>h.example/pom:1</name>");

        assertThat(jkube(SPRING_BOOT, ofAll, "").names()).containsExactly("h.example/all:1");
        assertThat(jkube(SPRING_BOOT, ofAll + itsOwn, "").names()).containsExactly("h.example/own:1");
        assertThat(jkube(SPRING_BOOT, ofAll + itsOwn, inPom).names()).containsExactly("h.example/pom:1");
    }

    @Test
    void settingsOfAnotherAreNotItsOwn() {
        String others = property("jkube.generator.java-exec.name", "h.example/own:1");

        assertThat(jkube(SPRING_BOOT, others, config("quarkus", "<name>h.example/pom:1</name>"))
                        .names())
                .containsExactly("team/app:1.0");
    }

    @Test
    void registryAndTagsAreSettingsToo() {
        String settings = property("jkube.generator.spring-boot.registry", "h.example")
                + property("jkube.generator.spring-boot.tags", "a, b");

        assertThat(jkube(SPRING_BOOT, settings, "").names())
                .containsExactly("h.example/team/app:1.0", "h.example/team/app:a", "h.example/team/app:b");
    }

    @Test
    void onlyTheNameOfASnapshotIsPushed() {
        assertThat(jkube(SPRING_BOOT, property("jkube.generator.name", "h.example/a:%v"), "")
                        .version("1-SNAPSHOT")
                        .names())
                .containsExactly("h.example/a:1-SNAPSHOT");
    }

    @Test
    void propertiesOfImagesOutrankThem() {
        String properties = property("jkube.container-image.name", "h.example/image:1")
                + property("jkube.container-image.tags.1", "more")
                + property("jkube.generator.tags", "a");

        assertThat(jkube(SPRING_BOOT, properties, config("spring-boot", "<name>h.example/pom:1</name>"))
                        .names())
                .containsExactly("h.example/image:1", "h.example/image:more", "h.example/image:a");
        assertThat(jkube(SPRING_BOOT, property("jkube.container-image.registry", "h.example"), "")
                        .names())
                .containsExactly("h.example/team/app:1.0");
        assertThat(jkube(SPRING_BOOT, property("jkube.container-image.skip", "true"), "")
                        .names())
                .isEmpty();
    }

    @Test
    void aDockerfileBesideThePomComesFirst() throws Exception {
        String others = property("jkube.generator.registry", "not.asked")
                + property("jkube.generator.tags", "none")
                + property("jkube.generator.spring-boot.name", "not.asked/a:1");
        TestBuild build = jkube(SPRING_BOOT, others, config("spring-boot", "<name>not.asked/b:1</name>"))
                .file("Dockerfile", "FROM scratch");

        assertThat(build.names()).containsExactly("team/app:1.0");
        assertThat(build.typed("jkube.generator.name", "h.example/generator:1").names())
                .containsExactly("h.example/generator:1");
        assertThat(build.typed("jkube.image.name", "h.example/%a:1").names()).containsExactly("h.example/app:1");
        assertThat(build.typed("jkube.container-image.name", "h.example/image:1")
                        .names())
                .containsExactly("h.example/image:1");
    }

    @Test
    void aDockerfileIsEnoughOfAProject() throws Exception {
        TestBuild build =
                jkube("", property("jkube.image.name", "h.example/right:1"), "").file("Dockerfile", "FROM scratch");

        assertThat(build.names()).containsExactly("h.example/right:1");
        assertThat(build.remarks()).isEmpty();
    }

    @Test
    void aDockerfileIsNotHeededWhereImagesAreConfiguredOrItsGeneratorIsExcluded() throws Exception {
        String image = "<images><image><name>h.example/a:1</name><build/></image></images>";
        assertThat(jkube("", "", image).file("Dockerfile", "FROM scratch").names())
                .containsExactly("h.example/a:1");

        String without = "<generator><excludes><exclude>dockerfile-simple</exclude></excludes></generator>";
        assertThat(jkube(SPRING_BOOT, property("jkube.image.name", "not.asked/a:1"), without)
                        .names())
                .containsExactly("team/app:1.0");
    }

    @Test
    void pluginsTellWhichOneFits() {
        String war = plugin("org.apache.maven.plugins", "maven-war-plugin");
        String shade = plugin("org.apache.maven.plugins", "maven-shade-plugin");
        String quarkus = plugin("io.quarkus.platform", "quarkus-maven-plugin");

        assertThat(jkube(war, property("jkube.generator.webapp.name", "h.example/w:1"), "")
                        .names())
                .containsExactly("h.example/w:1");
        assertThat(jkube(shade, property("jkube.generator.java-exec.name", "h.example/j:1"), "")
                        .names())
                .containsExactly("h.example/j:1");
        assertThat(jkube(SPRING_BOOT + quarkus, property("jkube.generator.quarkus.name", "h.example/q:1"), "")
                        .names())
                .containsExactly("h.example/q:1");
        assertThat(jkube("", property("jkube.generator.java-exec.mainClass", "a.B"), "")
                        .names())
                .containsExactly("team/app:1.0");
    }

    @Test
    void oneThatIsIncludedComesFirstAndTheOthersStay() {
        String shade = plugin("org.apache.maven.plugins", "maven-shade-plugin");
        String include = "<generator><includes><include>java-exec</include></includes></generator>";
        String name = property("jkube.generator.java-exec.name", "h.example/j:1");

        assertThat(jkube(SPRING_BOOT + shade, name, "").names()).containsExactly("team/app:1.0");
        assertThat(jkube(SPRING_BOOT + shade, name, include).names()).containsExactly("h.example/j:1");
        assertThat(jkube(SPRING_BOOT, name, include).names()).containsExactly("team/app:1.0");
    }

    @Test
    void oneMayAddItsImageToThoseThatAreConfigured() {
        String image = "<images><image><name>h.example/a:1</name><build/></image></images>";

        assertThat(jkube(SPRING_BOOT, "", image).names()).containsExactly("h.example/a:1");
        assertThat(jkube(SPRING_BOOT, property("jkube.generator.add", "true"), image)
                        .names())
                .containsExactly("h.example/a:1", "team/app:1.0");
    }

    @Test
    void aFilterIsForTheirAliasesToo() {
        assertThat(jkube(SPRING_BOOT, "", "")
                        .typed("jkube.image.filter", "spring-boot")
                        .names())
                .hasSize(1);
        assertThat(jkube(SPRING_BOOT, property("jkube.generator.alias", "mine"), "")
                        .typed("jkube.image.filter", "mine")
                        .names())
                .hasSize(1);
        assertThat(jkube(SPRING_BOOT, "", "")
                        .typed("jkube.image.filter", "other")
                        .names())
                .isEmpty();
    }

    @Test
    void whatTheyMakeOfAnUnknownProjectIsSaidAndNotGuessed() {
        TestBuild build = jkube("", property("jkube.generator.name", "h.example/p:1"), "");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks()).singleElement().asString().contains("generators");
    }

    @Test
    void profilesAndGeneratorsOfOthersAreSaidToBeUnknown() throws Exception {
        String foreign = "<generator><includes><include>of-ours</include></includes></generator>";
        assertThat(jkube(SPRING_BOOT, "", foreign).names()).isEmpty();
        assertThat(jkube(SPRING_BOOT, "", foreign).remarks())
                .singleElement()
                .asString()
                .contains("of-ours");

        TestBuild profile = jkube(SPRING_BOOT, "", "").typed("jkube.profile", "minimal");
        assertThat(profile.names()).isEmpty();
        assertThat(profile.remarks()).singleElement().asString().contains("profile minimal");

        TestBuild file = jkube(SPRING_BOOT, "", "").file("src/main/jkube/profiles.yml", "- name: default");
        assertThat(file.names()).isEmpty();
        assertThat(file.remarks()).singleElement().asString().contains("profiles.yml");
    }
}
