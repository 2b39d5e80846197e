package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.PushTerms;
import io.github.registrymaven.preflight.RequestedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerMavenPluginTest {
    private static final String BUILD = "<build><from>scratch</from></build>";

    @TempDir
    private Path folder;

    private TestBuild docker(String configuration) {
        return with("", configuration);
    }

    private TestBuild with(String properties, String configuration) {
        return TestBuild.of(
                folder,
                "<properties>" + properties + "</properties>"
                        + TestBuild.plugin("io.fabric8", "docker-maven-plugin", "push", configuration));
    }

    private static String image(String name, String more) {
        return "<images><image><name>" + name + "</name>" + more + BUILD + "</image></images>";
    }

    @Test
    void onlyImagesThatAreBuiltAndNotLeftOutArePushed() {
        assertThat(docker("<images><image><name>h.example/a</name></image>"
                                + "<image><name>h.example/b</name><build><skipPush>true</skipPush></build></image>"
                                + "<image><name>h.example/c:2</name>" + BUILD + "</image></images>")
                        .names())
                .containsExactly("h.example/c:2");
    }

    @Test
    void imagesOfTheMapAreImagesToo() {
        assertThat(docker("<imagesMap><one><name>h.example/a:1</name>" + BUILD + "</one></imagesMap>")
                        .names())
                .containsExactly("h.example/a:1");
    }

    @Test
    void everyTagIsPushedUnlessTagsAreSkipped() {
        String images = "<images><image><name>h.example/a:1</name><build><tags><tag>%l</tag><tag>x</tag></tags>"
                + "</build></image></images>";

        assertThat(docker(images).version("2-SNAPSHOT").names())
                .containsExactly("h.example/a:1", "h.example/a:latest", "h.example/a:x");
        assertThat(docker(images).typed("docker.skip.tag", "true").names()).containsExactly("h.example/a:1");
    }

    @Test
    void tagsInOneTextAreSplitAsMavenSplitsThem() {
        assertThat(docker("<images><image><name>h.example/a:1</name><build><tags>%v,x</tags></build></image></images>")
                        .names())
                .containsExactly("h.example/a:1", "h.example/a:1.0", "h.example/a:x");
    }

    /** An image with the tags x, and what is said of its build besides. */
    private TestBuild tagged(String more) {
        return docker("<images><image><name>h.example/a:1</name><build><tags><tag>x</tag></tags>" + more
                + "</build></image></images>");
    }

    @Test
    void withBuildxTheImageSaysWhetherItsTagsAreSkippedAndWithoutTheGoal() {
        String skip = "<skipTag>true</skipTag>";
        for (String buildx : List.of(
                "<buildx><platforms><platform>linux/arm64</platform></platforms></buildx>",
                "<buildx><platforms>linux/arm64,linux/amd64</platforms></buildx>",
                "<buildx><secret><envs/></secret></buildx>")) {
            assertThat(tagged(buildx).typed("docker.skip.tag", "true").names())
                    .containsExactly("h.example/a:1", "h.example/a:x");
            assertThat(tagged(buildx + skip).names()).containsExactly("h.example/a:1");
        }
        for (String none : List.of("", "<buildx><platforms>,</platforms></buildx>", "<buildx/>")) {
            assertThat(tagged(none + skip).names()).containsExactly("h.example/a:1", "h.example/a:x");
            assertThat(tagged(none).typed("docker.skip.tag", "true").names()).containsExactly("h.example/a:1");
        }
    }

    @Test
    void propertiesTurnBuildxOnToo() {
        String image = "<images><image><name>h.example/pom:1</name><build><tags><tag>t</tag></tags></build><external>"
                + "<type>properties</type><prefix>p</prefix><mode>%s</mode></external></image></images>";
        String properties = "<p.from>scratch</p.from><p.skip.tag>true</p.skip.tag>";
        String platforms = properties + "<p.buildx.platforms.1>linux/arm64</p.buildx.platforms.1>";
        String secret = properties + "<p.buildx.secret.envs.id>TOKEN</p.buildx.secret.envs.id>";

        assertThat(with(properties, String.format(image, "override")).names())
                .containsExactly("h.example/pom:1", "h.example/pom:t");
        assertThat(with(platforms, String.format(image, "override")).names()).containsExactly("h.example/pom:1");
        assertThat(with(secret, String.format(image, "override")).names()).containsExactly("h.example/pom:1");
        assertThat(with(platforms, String.format(image, "fallback")).names())
                .containsExactly("h.example/pom:1", "h.example/pom:t");
    }

    @Test
    void theRegistryOfTheNameCountsFirstThenTheImagesThenThatForPushesThenThatForAllThenTheEnvironment() {
        TestBuild build = docker(image("team/a:1", "")).environment("DOCKER_REGISTRY", "env.example");

        assertThat(build.names()).containsExactly("env.example/team/a:1");
        assertThat(build.typed("docker.registry", "all.example").names()).containsExactly("all.example/team/a:1");
        assertThat(build.typed("docker.push.registry", "push.example").names())
                .containsExactly("push.example/team/a:1");
        assertThat(docker(image("team/a:1", "<registry>image.example</registry>"))
                        .typed("docker.push.registry", "push.example")
                        .names())
                .containsExactly("image.example/team/a:1");
        assertThat(docker(image("name.example/team/a:1", "<registry>image.example</registry>"))
                        .names())
                .containsExactly("name.example/team/a:1");
    }

    @Test
    void aRegistryThatALaterPluginSetsIsNotDockersOwn() {
        TestBuild ofImage = docker(image("team/a:1", "<registry>${registry.of.later}</registry>"));
        TestBuild ofPushes = docker("<pushRegistry>${registry.of.later}</pushRegistry>" + image("team/a:1", ""));

        for (TestBuild build : List.of(ofImage, ofPushes)) {
            assertThat(build.names()).isEmpty();
            assertThat(build.remarks()).singleElement().asString().contains("names ${registry.of.later}/team/a:1");
        }
        assertThat(docker("<pushRegistry>${docker.push.registry}</pushRegistry>" + image("team/a:1", ""))
                        .names())
                .containsExactly("team/a:1");
    }

    @Test
    void namesAndTagsThatALaterPluginSetsAreSaid() {
        RequestedImage tagged = docker(
                        "<images><image><name>h.example/a:%t</name><build><tags><tag>${later}</tag></tags>"
                                + "</build></image></images>")
                .discovery()
                .images()
                .get(1);

        assertThat(tagged.reference()).isEqualTo("h.example/a");
        assertThat(tagged.terms().openTag()).isEqualTo("${later} is set during the build");
        assertThat(docker(image("${later}", "")).remarks())
                .singleElement()
                .asString()
                .contains("names ${later}:latest");
    }

    @Test
    void placeholdersAreFilledIn() {
        assertThat(docker(image("h.example/%g/%a:%v", "")).names()).containsExactly("h.example/team/app:1.0");
        assertThat(docker(image("h.example/%g/%a:%l", "")).version("1-SNAPSHOT").names())
                .containsExactly("h.example/team/app:latest");
        String images = "<images><image><name>h.example/%g/a:%v</name><build><tags><tag>%l</tag></tags></build></image>"
                + "</images>";
        assertThat(with(
                                "<docker.image.user>u</docker.image.user><docker.image.tag>9-SNAPSHOT</docker.image.tag>",
                                images)
                        .names())
                .containsExactly("h.example/u/a:9-SNAPSHOT", "h.example/u/a:latest");
    }

    @Test
    void aTimeStampIsSaidAndNotGuessed() {
        RequestedImage stamped =
                docker(image("h.example/a:%t", "")).version("1-SNAPSHOT").image();

        assertThat(stamped.reference()).isEqualTo("h.example/a");
        assertThat(stamped.terms().openTag()).isEqualTo("%t is a time stamp");
        assertThat(docker(image("h.example/a:%t", "")).names()).containsExactly("h.example/a:1.0");
        assertThat(docker(image("h.example/a:1-%T", "")).image().terms().openTag())
                .isEqualTo("1-%T is a time stamp");
    }

    @Test
    void skipFlagsAreHeeded() {
        for (String flag : List.of("docker.skip", "docker.skip.push")) {
            assertThat(docker(image("h.example/a", "")).typed(flag, "true").names())
                    .isEmpty();
        }
        assertThat(docker(image("h.example/a", "")).packaging("pom").names()).hasSize(1);
        assertThat(docker(image("h.example/a", ""))
                        .packaging("pom")
                        .typed("docker.skip.pom", "true")
                        .names())
                .isEmpty();
    }

    @Test
    void theFilterPicksByNameOrAlias() {
        String images = "<images><image><name>h.example/a:1</name>" + BUILD + "</image>"
                + "<image><alias>two</alias><name>h.example/b:1</name>" + BUILD + "</image></images>";

        assertThat(docker(images).typed("docker.filter", "two").names()).containsExactly("h.example/b:1");
        assertThat(docker(images).typed("docker.filter", "h.example/a:1, two").names())
                .hasSize(2);
    }

    @Test
    void aDockerfileBesideThePomIsAnImage() throws Exception {
        assertThat(docker("").file("Dockerfile", "FROM scratch").names()).containsExactly("team/app:1.0");
        assertThat(docker("")
                        .file("Dockerfile", "FROM scratch")
                        .typed("docker.name", "h.example/x:%v")
                        .names())
                .containsExactly("h.example/x:1.0");
        assertThat(docker("<images><image><name>h.example/a:1</name></image></images>")
                        .file("Dockerfile", "FROM scratch")
                        .names())
                .containsExactly("h.example/a:1");
    }

    @Test
    void propertiesTakeThePlaceOfThePomOrAddToIt() {
        String external = "<external><type>properties</type><prefix>p</prefix><mode>%s</mode></external>";
        String image = "<images><image><name>h.example/pom:1</name><build><tags><tag>t</tag></tags></build>" + external
                + "</image></images>";
        String properties = "<p.name>h.example/prop:2</p.name><p.from>scratch</p.from><p.tags.1>one</p.tags.1>";

        assertThat(with(properties, String.format(image, "only")).names())
                .containsExactly("h.example/prop:2", "h.example/prop:one");
        assertThat(with(properties, String.format(image, "override")).names())
                .containsExactly("h.example/prop:2", "h.example/prop:one", "h.example/prop:t");
        assertThat(with(properties, String.format(image, "fallback")).names())
                .containsExactly("h.example/pom:1", "h.example/pom:one", "h.example/pom:t");
        assertThat(with(properties, String.format(image, "skip")).names())
                .containsExactly("h.example/pom:1", "h.example/pom:t");
    }

    @Test
    void imagesOfAComposeFileAreSaidToBeUnchecked() {
        TestBuild build = docker("<images><image><external><type>compose</type></external></image></images>");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks()).singleElement().asString().contains("<external>");
    }

    @Test
    void throughTheDaemonTrustIsTheDaemonsAndLoopbackIsInsecure() {
        PushTerms remote = docker(image("h.example/a:1", "")).image().terms();
        PushTerms local = docker(image("127.0.0.1:5000/a:1", "")).image().terms();

        assertThat(remote.carrier()).isEqualTo("docker's daemon");
        assertThat(remote.insecure()).isFalse();
        assertThat(local.insecure()).isTrue();
    }

    @Test
    void throughJibEveryTagIsPushedInPlainTextToo() {
        List<RequestedImage> images = docker("<images><image><name>h.example/a:1</name><build>"
                        + "<skipPush>true</skipPush><tags><tag>x</tag></tags></build></image></images>")
                .typed("docker.build.jib", "true")
                .typed("docker.skip.tag", "true")
                .discovery()
                .images();

        assertThat(images).extracting(RequestedImage::reference).containsExactly("h.example/a:1", "h.example/a:x");
        assertThat(images)
                .allMatch(image -> image.terms().insecure() && image.terms().carrier() == null);
    }

    private static String user(RequestedImage image) {
        PushLogin.Brought brought = (PushLogin.Brought) image.terms().login();
        return ((Credential.Password) brought.found().credential()).username();
    }

    @Test
    void loginsForPushesOutrankLoginsForAllAndPropertiesThePom() {
        String auth = "<authConfig><username>all</username><password>p</password>"
                + "<push><username>push</username><password>p</password></push></authConfig>";
        TestBuild build = docker(image("h.example/a:1", "") + auth);

        assertThat(user(build.image())).isEqualTo("push");
        assertThat(user(build.typed("docker.push.username", "typed")
                        .typed("docker.push.password", "p")
                        .image()))
                .isEqualTo("typed");
        assertThat(user(docker(image("h.example/a:1", "") + auth.replaceAll("<push>.*</push>", ""))
                        .typed("docker.username", "typed")
                        .typed("docker.password", "p")
                        .image()))
                .isEqualTo("typed");
    }

    @Test
    void loginsThatCannotBeReadAreUnseen() {
        assertThat(docker(
                                image("h.example/a:1", "")
                                        + "<authConfig><push><username>u</username><password>${later}</password></push></authConfig>")
                        .image()
                        .terms()
                        .login())
                .isInstanceOf(PushLogin.Unseen.class);
        assertThat(docker(image("h.example/a:1", "")
                                + "<authConfig><username>u</username><password>{encrypted=}</password></authConfig>")
                        .image()
                        .terms()
                        .login())
                .isInstanceOf(PushLogin.Unseen.class);
        assertThat(docker(image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1", ""))
                        .image()
                        .terms()
                        .login())
                .isInstanceOf(PushLogin.Unseen.class);
        assertThat(docker(image("h.example/team/a:1", ""))
                        .server("h.example/team")
                        .image()
                        .terms()
                        .login())
                .isInstanceOf(PushLogin.Unseen.class);
        assertThat(docker(image("h.example/team/a:1", ""))
                        .server("h.example")
                        .image()
                        .terms()
                        .login())
                .isEqualTo(new PushLogin.Usual());
    }
}
