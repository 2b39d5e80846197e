package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.preflight.PushLogin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JKubeTest {
    private static final String IMAGE =
            "<images><image><name>h.example/%g/%a:%l</name><build><tags><tag>x</tag></tags></build></image></images>";

    @TempDir
    private Path folder;

    private TestBuild jkube(String properties, String configuration) {
        return TestBuild.of(
                folder,
                "<properties>" + properties + "</properties>"
                        + TestBuild.plugin("org.eclipse.jkube", "kubernetes-maven-plugin", "push", configuration));
    }

    @Test
    void pushesTheImagesOfThePomWithTheirTags() {
        assertThat(jkube("", IMAGE).names()).containsExactly("h.example/team/app:1.0", "h.example/team/app:x");
        assertThat(jkube("", IMAGE).typed("jkube.skip.tag", "true").names()).containsExactly("h.example/team/app:1.0");
    }

    @Test
    void namesRegistriesAndTagsThatALaterPluginSetsAreSaid() {
        String build = "<build><tags><tag>${later}</tag></tags></build>";
        assertThat(jkube("", "<images><image><name>${later}</name><build/></image></images>")
                        .remarks())
                .singleElement()
                .asString()
                .contains("names ${later}:latest");
        assertThat(jkube(
                                "",
                                "<images><image><name>team/app</name><registry>${later}</registry><build/></image></images>")
                        .remarks())
                .singleElement()
                .asString()
                .contains("names ${later}/team/app:latest");
        assertThat(jkube("", "<images><image><name>h.example/team/app</name>" + build + "</image></images>")
                        .discovery()
                        .images())
                .extracting(image -> image.terms().openTag())
                .containsExactly(null, "${later} is set during the build");
    }

    @Test
    void propertiesOutrankThePom() {
        assertThat(jkube("<jkube.container-image.name>h.example/p:2</jkube.container-image.name>", IMAGE)
                        .names())
                .containsExactly("h.example/p:2", "h.example/p:x");
    }

    @Test
    void tagsOfPropertiesComeBesideThoseOfThePom() {
        String tags = "<jkube.container-image.tags.1>one</jkube.container-image.tags.1>";

        assertThat(jkube(tags, IMAGE)
                        .typed("jkube.container-image.tags.0", "nil")
                        .names())
                .containsExactly(
                        "h.example/team/app:1.0",
                        "h.example/team/app:nil",
                        "h.example/team/app:one",
                        "h.example/team/app:x");
        assertThat(jkube(tags, IMAGE)
                        .typed("jkube.container-image.tags._combine", "replace")
                        .names())
                .containsExactly("h.example/team/app:1.0", "h.example/team/app:one");
    }

    @Test
    void anImageMayHaveItsOwnPrefixOfProperties() {
        String own = IMAGE.replace("<build>", "<propertyResolverPrefix>my.image</propertyResolverPrefix><build>");

        assertThat(jkube("<my.image.name>h.example/mine:1</my.image.name>", own)
                        .typed("jkube.container-image.name", "h.example/others:1")
                        .names())
                .containsExactly("h.example/mine:1", "h.example/mine:x");
    }

    @Test
    void anImageWithoutABuildIsSaidToBeUnchecked() {
        TestBuild build = jkube("", "<images><image><name>h.example/redis:7</name></image></images>");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks()).singleElement().asString().contains("h.example/redis:7", "no <build>");
    }

    @Test
    void anImageThatIsNotBuiltIsNotPushed() {
        String skipped = IMAGE.replace("<build>", "<build><skip>true</skip>");

        assertThat(jkube("", skipped).names()).isEmpty();
        assertThat(jkube("", IMAGE).typed("jkube.container-image.skip", "true").names())
                .isEmpty();
        assertThat(jkube("", skipped)
                        .typed("jkube.container-image.skip", "false")
                        .names())
                .isNotEmpty();
        // This is docker-maven-plugin's.
        assertThat(jkube("", IMAGE.replace("<build>", "<build><skipPush>true</skipPush>"))
                        .names())
                .isNotEmpty();
    }

    @Test
    void aFilterIsForNamesAsTheyAreWrittenAndForAliases() {
        String named = IMAGE.replace("<build>", "<alias>mine</alias><build>");

        assertThat(jkube("", named).typed("jkube.image.filter", "other,mine").names())
                .hasSize(2);
        assertThat(jkube("", named)
                        .typed("jkube.image.filter", "h.example/%g/%a:%l")
                        .names())
                .hasSize(2);
        assertThat(jkube("", named).typed("jkube.image.filter", "other").names())
                .isEmpty();
    }

    @Test
    void throughJibAllTagsArePushedWhateverIsSkipped() {
        assertThat(jkube("", IMAGE)
                        .typed("jkube.skip.tag", "true")
                        .typed("jkube.build.strategy", "jib")
                        .names())
                .hasSize(2);
    }

    @Test
    void aHostWithNothingButANameBehindItIsARegistryOnlyWhereNoOtherIsGiven() {
        String noUser = IMAGE.replace("h.example/%g/%a:%l", "my.team/app:1");

        assertThat(jkube("", noUser).names()).startsWith("my.team/app:1");
        assertThat(pushedTo("quay.io", noUser)).containsExactly("quay.io/my.team/app:1", "quay.io/my.team/app:x");
        assertThat(pushedTo("quay.io", noUser.replace("my.team", "my.team:5000")))
                .startsWith("my.team:5000/app:1");
        assertThat(pushedTo("quay.io", IMAGE)).startsWith("h.example/team/app:1.0");
        assertThat(pushedTo("quay.io", IMAGE.replace("h.example", "my_team.x")))
                .startsWith("quay.io/my_team.x/team/app:1.0");
    }

    private List<String> pushedTo(String registry, String images) {
        return jkube("", images).typed("jkube.docker.push.registry", registry).names();
    }

    @Test
    void jibKeepsTheRegistryOfANameButTakesTheLoginOfTheOther() {
        TestBuild jib = jkube("", IMAGE.replace("h.example/%g/%a:%l", "my.team/app:1"))
                .typed("jkube.docker.push.registry", "quay.io")
                .typed("jkube.build.strategy", "jib");

        assertThat(jib.names()).startsWith("my.team/app:1");
        assertThat(jib.discovery().images().get(0).terms().login())
                .isEqualTo(new PushLogin.Unseen("kubernetes-maven-plugin takes the login of quay.io for it"));
    }

    @Test
    void skipFlagsAreHeeded() {
        assertThat(jkube("", IMAGE).typed("jkube.skip", "true").names()).isEmpty();
        assertThat(jkube("", IMAGE).typed("jkube.skip.push", "true").names()).isEmpty();
    }

    private static String user(TestBuild build) {
        PushLogin.Brought brought =
                (PushLogin.Brought) build.discovery().images().get(0).terms().login();
        return ((Credential.Password) brought.found().credential()).username();
    }

    @Test
    void aLoginForPushesOutranksOneForAllAndItsPropertiesThePom() {
        String forPushes = "<push><username>push</username><password>p</password></push>";
        String forAll = IMAGE + "<authConfig>PUSH<username>all</username><password>p</password></authConfig>";
        String onlyForAll = forAll.replace("PUSH", "");

        assertThat(user(jkube("", forAll.replace("PUSH", forPushes)))).isEqualTo("push");
        assertThat(user(jkube("", onlyForAll))).isEqualTo("all");
        assertThat(user(jkube("", onlyForAll)
                        .typed("jkube.docker.username", "typed")
                        .typed("jkube.docker.password", "p")))
                .isEqualTo("typed");
        // These are docker-maven-plugin's.
        assertThat(user(jkube("", onlyForAll).typed("docker.username", "other").typed("docker.password", "p")))
                .isEqualTo("all");
    }

    @Test
    void aLoginThatCannotBeReadIsUnseen() {
        String encrypted = "<authConfig><username>u</username><password>{encrypted=}</password></authConfig>";
        String openShifts = "<authConfig><push><useOpenShiftAuth>true</useOpenShiftAuth></push></authConfig>";

        for (String login : List.of(encrypted, openShifts)) {
            assertThat(jkube("", IMAGE + login).discovery().images())
                    .isNotEmpty()
                    .allMatch(image -> image.terms().login() instanceof PushLogin.Unseen);
        }
    }

    @Test
    void onAmazonItMakesALoginOutOfKeysUnlessItIsToldNotTo() {
        String image = IMAGE.replace("h.example", "123456789012.dkr.ecr.eu-west-1.amazonaws.com");

        assertThat(jkube("", image).discovery().images())
                .isNotEmpty()
                .allMatch(found -> found.terms().login() instanceof PushLogin.Unseen);
        assertThat(jkube("", image)
                        .typed("jkube.docker.skip.extendedAuth", "true")
                        .discovery()
                        .images())
                .isNotEmpty()
                .allMatch(found -> found.terms().login().equals(new PushLogin.Usual()));
    }

    private TestBuild openShift(String configuration) {
        return TestBuild.of(
                folder, TestBuild.plugin("org.eclipse.jkube", "openshift-maven-plugin", "push", configuration));
    }

    @Test
    void aBuildInTheClusterIsSaidToBeUncheckedWhateverItsStrategy() {
        assertThat(openShift(IMAGE).names()).isEmpty();
        assertThat(openShift(IMAGE).remarks()).singleElement().asString().contains("in the cluster");
        TestBuild docker = openShift(IMAGE).typed("jkube.build.strategy", "docker");
        assertThat(docker.names()).isEmpty();
        assertThat(docker.remarks()).singleElement().asString().contains("in the cluster");
    }

    @Test
    void onOpenShiftOnlyJibPushesFromHere() {
        String fixed = IMAGE.replace("%g", "team");

        assertThat(openShift(fixed).typed("jkube.build.strategy", "jib").names())
                .hasSize(2);
        TestBuild buildpacks = openShift(fixed).typed("jkube.build.strategy", "buildpacks");
        assertThat(buildpacks.names()).isEmpty();
        assertThat(buildpacks.remarks()).singleElement().asString().contains("buildpacks");
    }

    @Test
    void onOpenShiftTheGroupOfANameMayBeTheNamespace() {
        TestBuild jib = openShift(IMAGE).typed("jkube.build.strategy", "jib");

        assertThat(jib.names()).isEmpty();
        assertThat(jib.remarks()).singleElement().asString().contains("%g");
    }

    @Test
    void onKubernetesEveryOtherStrategyPushesThroughDocker() {
        assertThat(jkube("", IMAGE).typed("jkube.build.strategy", "s2i").names())
                .hasSize(2);
    }
}
