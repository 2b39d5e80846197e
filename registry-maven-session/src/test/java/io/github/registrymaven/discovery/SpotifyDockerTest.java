package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import java.io.StringReader;
import java.nio.file.Path;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpotifyDockerTest {
    private static final String NAME = "<imageName>h.example/team/a:1</imageName>";

    @TempDir
    private Path folder;

    private TestBuild spotify(String goal, String configuration) {
        return TestBuild.of(folder, TestBuild.plugin("com.spotify", "docker-maven-plugin", goal, configuration));
    }

    /** A push that names nothing, behind a build that does. */
    private TestBuild pushAfterBuild(String configuration) {
        String build = "<execution><id>b</id><phase>package</phase><goals><goal>build</goal></goals><configuration>"
                + configuration + "</configuration></execution>";
        String push = "<execution><id>p</id><phase>deploy</phase><goals><goal>push</goal></goals></execution>";
        return TestBuild.of(
                folder,
                "<build><plugins><plugin><groupId>com.spotify</groupId><artifactId>docker-maven-plugin</artifactId>"
                        + "<version>1</version><executions>" + build + push
                        + "</executions></plugin></plugins></build>");
    }

    @Test
    void theNameIsPushedAndWhatTheOtherPluginOfThatNameKnowsIsNot() {
        assertThat(spotify("push", NAME + "<images><image><name>h.example/b:1</name><build/></image></images>")
                        .names())
                .containsExactly("h.example/team/a:1");
        assertThat(spotify("push", "").typed("imageName", "h.example/typed:2").names())
                .containsExactly("h.example/typed:2");
    }

    @Test
    void theExecutionIsThePlace() {
        assertThat(spotify("push", NAME).image().foundIn())
                .isEqualTo("docker-maven-plugin:push (execution it, <imageName>)");
    }

    @Test
    void tagsBesideTheNamesOwnArePushedToo() {
        assertThat(spotify("push", NAME + "<imageTags><imageTag>x</imageTag><imageTag>y</imageTag></imageTags>")
                        .names())
                .containsExactly("h.example/team/a:1", "h.example/team/a:x", "h.example/team/a:y");
        assertThat(spotify("push", NAME).typed("dockerImageTags", "x,y").names())
                .containsExactly("h.example/team/a:1", "h.example/team/a:x", "h.example/team/a:y");
    }

    @Test
    void withoutATagTheDaemonPushesWhateverItHas() {
        RequestedImage image =
                spotify("push", "<imageName>h.example/team/a</imageName>").image();

        assertThat(image.reference()).isEqualTo("h.example/team/a");
        assertThat(image.terms().openTag())
                .isEqualTo("none is named, and docker's daemon then pushes each that it has");
        assertThat(image.terms().carrier()).isEqualTo("docker's daemon");
    }

    @Test
    void tagsOfANameWithAPortAndNoTagAreNotGuessed() {
        TestBuild build =
                spotify("push", "<imageName>h.example:5000/a</imageName><imageTags><imageTag>x</imageTag></imageTags>");

        assertThat(build.names()).containsExactly("h.example:5000/a");
        assertThat(build.remarks())
                .singleElement()
                .asString()
                .contains("by a fault of the plugin: they are not checked");
    }

    @Test
    void aBuildPushesWhereItIsToldTo() {
        String tags = "<imageTags><imageTag>x</imageTag></imageTags>";

        assertThat(spotify("build", NAME + tags).names()).isEmpty();
        assertThat(spotify("build", NAME + tags).typed("pushImage", "true").names())
                .containsExactly("h.example/team/a:1", "h.example/team/a:x");
        assertThat(spotify("build", tags + "<imageName>h.example/a</imageName><pushImageTag>true</pushImageTag>")
                        .names())
                .containsExactly("h.example/a:x");
    }

    @Test
    void aTagThatGitsCommitMakesIsNotKnown() {
        String build = "<pushImage>true</pushImage><useGitCommitId>true</useGitCommitId>";

        assertThat(spotify("build", build + "<imageName>h.example/a</imageName>")
                        .image()
                        .terms()
                        .openTag())
                .isEqualTo("useGitCommitId makes it");
        assertThat(spotify("build", build + NAME).names()).containsExactly("h.example/team/a:1");
        assertThat(spotify("push", "<imageName>h.example/a:${gitShortCommitId}</imageName>")
                        .image()
                        .terms()
                        .openTag())
                .isEqualTo("${gitShortCommitId} is set during the build");
    }

    @Test
    void namesAndTagsThatALaterPluginSetsAreSaid() {
        assertThat(spotify("push", "<imageName>${later}</imageName>").remarks())
                .singleElement()
                .asString()
                .contains("names ${later}");
        assertThat(spotify("push", NAME + "<imageTags><imageTag>${later}</imageTag><imageTag>x</imageTag></imageTags>")
                        .discovery()
                        .images())
                .extracting(RequestedImage::reference, image -> image.terms().openTag())
                .containsExactly(
                        tuple("h.example/team/a:1", null),
                        tuple("h.example/team/a", "${later} is set during the build"),
                        tuple("h.example/team/a:x", null));
    }

    /** Maven's plan holds the expression of a parameter's own property beside what the POM says. */
    @Test
    void tagsOfThePomCountBesideThePlansOwnExpression() throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId("com.spotify");
        plugin.setArtifactId("docker-maven-plugin");
        MojoExecution push = new MojoExecution(plugin, "push", "planned");
        push.setConfiguration(Xpp3DomBuilder.build(new StringReader("<configuration>" + NAME
                + "<imageTags>${dockerImageTags}<imageTag>x</imageTag></imageTags></configuration>")));

        assertThat(spotify("push", "").planned(push).names())
                .containsExactly("h.example/team/a:1", "h.example/team/a:x");
    }

    @Test
    void aPushWithoutANameTakesThatOfTheBuildBeforeIt() {
        assertThat(pushAfterBuild(NAME).names()).containsExactly("h.example/team/a:1");
        assertThat(pushAfterBuild("<imageName>h.example/a</imageName><useGitCommitId>true</useGitCommitId>")
                        .image()
                        .terms()
                        .openTag())
                .isEqualTo("useGitCommitId makes it");
    }

    @Test
    void aTagGoalPushesTheNewNameAlone() {
        String tag = "<image>team/a</image><newName>h.example/b:2</newName>"
                + "<imageTags><imageTag>x</imageTag></imageTags>";

        assertThat(spotify("tag", tag).names()).isEmpty();
        assertThat(spotify("tag", tag + "<pushImage>true</pushImage>").names()).containsExactly("h.example/b:2");
    }

    @Test
    void skipFlagsAreHeeded() {
        for (String flag : new String[] {"skipDocker", "skipDockerPush"}) {
            assertThat(spotify("push", NAME).typed(flag, "true").names()).isEmpty();
        }
        String build = NAME + "<pushImage>true</pushImage>";
        assertThat(spotify("build", build).typed("skipDockerBuild", "true").names())
                .isEmpty();
        assertThat(spotify("build", build).packaging("pom").names()).isEmpty();
        assertThat(spotify("push", NAME).packaging("pom").names()).hasSize(1);
    }

    @Test
    void aModuleWithoutADockerfileBuildsNothing() throws Exception {
        String build = NAME + "<pushImage>true</pushImage><dockerDirectory>%s</dockerDirectory>";

        assertThat(spotify("build", String.format(build, "src/main/docker")).names())
                .isEmpty();
        assertThat(spotify("build", String.format(build, "${basedir}/target/docker"))
                        .names())
                .hasSize(1);
        assertThat(spotify("build", String.format(build, "src/main/docker"))
                        .system("user.dir", folder.toString())
                        .file("src/main/docker/Dockerfile", "FROM scratch")
                        .names())
                .hasSize(1);
    }

    @Test
    void saysThatNothingIsNamed() {
        assertThat(spotify("push", "").remarks()).singleElement().asString().contains("names no image");
    }

    @Test
    void logsInAsDockerDoesUnlessALoginFollowsThatIsNotSeen() {
        assertThat(spotify("push", NAME).image().terms().login()).isEqualTo(new PushLogin.Docker(null));
        assertThat(spotify("push", NAME + "<serverId>hub</serverId>")
                        .image()
                        .terms()
                        .login())
                .isEqualTo(new PushLogin.Docker(null));
        assertThat(spotify("push", NAME + "<serverId>hub</serverId>")
                        .server("hub")
                        .image()
                        .terms()
                        .login())
                .isEqualTo(new PushLogin.Unseen("docker-maven-plugin takes <server> \"hub\" of settings.xml"
                        + " where docker's config has no login"));
        assertThat(spotify("push", "<imageName>eu.gcr.io/p/a:1</imageName>")
                        .image()
                        .terms()
                        .login())
                .isInstanceOf(PushLogin.Unseen.class);
    }
}
