package io.github.registrymaven.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.RequestedImage;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as pushed, whichever plugin does it. */
class ImageDiscoveryTest {
    private static final String JIB =
            "<groupId>com.google.cloud.tools</groupId><artifactId>jib-maven-plugin</artifactId>";

    @TempDir
    private Path folder;

    private TestBuild jib(String inPlugin) {
        return TestBuild.of(
                folder,
                "<build><plugins><plugin>" + JIB + "<version>1</version>" + inPlugin + "</plugin></plugins></build>");
    }

    private static String execution(String id, String phase, String image) {
        return "<execution><id>" + id + "</id><phase>" + phase + "</phase><goals><goal>build</goal></goals>"
                + "<configuration><to><image>" + image + "</image></to></configuration></execution>";
    }

    private static MojoExecution planned(String goal, String configuration) throws Exception {
        Plugin plugin = new Plugin();
        plugin.setGroupId("com.google.cloud.tools");
        plugin.setArtifactId("jib-maven-plugin");
        MojoExecution execution = new MojoExecution(plugin, goal, "planned");
        Xpp3Dom dom = Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>"));
        execution.setConfiguration(dom);
        return execution;
    }

    @Test
    void aPluginThatIsOnlyConfiguredPushesNothing() {
        assertThat(jib("<configuration><to><image>h.example/a</image></to></configuration>")
                        .names())
                .isEmpty();
    }

    @Test
    void onlyExecutionsOfThisBuildsPhasesPush() {
        TestBuild build = jib("<executions>" + execution("early", "package", "h.example/early")
                + execution("late", "deploy", "h.example/late") + "</executions>");

        assertThat(build.goals("verify").names()).containsExactly("h.example/early");
        assertThat(build.goals("deploy").names()).containsExactly("h.example/early", "h.example/late");
    }

    @Test
    void aGoalThatIsTypedPushesWithTheConfigurationOfThePlugin() {
        String configuration = "<configuration><to><image>h.example/a</image></to></configuration>";

        assertThat(jib(configuration).goals("jib:build").image().foundIn())
                .isEqualTo("jib-maven-plugin:build (execution default-cli, <to><image>)");
        assertThat(jib(configuration)
                        .goals("com.google.cloud.tools:jib-maven-plugin:1:build")
                        .names())
                .containsExactly("h.example/a");
        assertThat(jib(configuration).goals("jib:dockerBuild").names()).isEmpty();
    }

    @Test
    void aGoalThatIsTypedForAnExecutionIsReadWithItsConfigurationWhereThereIsNoPlan() {
        TestBuild build = jib("<executions><execution><id>x</id><configuration><to><image>h.example/x</image></to>"
                + "</configuration></execution></executions>");

        assertThat(build.goals("jib:build@x").names()).containsExactly("h.example/x");
    }

    @Test
    void aPrefixMayBeAnotherThanThePluginsNameWhereThereIsNoPlan() {
        TestBuild build = TestBuild.of(
                folder,
                "<build><plugins><plugin><groupId>org.eclipse.jkube</groupId><artifactId>kubernetes-maven-plugin</artifactId>"
                        + "<version>1</version><configuration><images><image><name>h.example/a:1</name><build/></image>"
                        + "</images></configuration></plugin></plugins></build>");

        assertThat(build.goals("k8s:push").names()).containsExactly("h.example/a:1");
    }

    @Test
    void aProjectThatHasNothingToDoWithPushesCostsNoPlan() {
        TestBuild build = TestBuild.of(folder, "");

        assertThat(build.goals("deploy", "registry:doctor").discovery().remarks())
                .isEmpty();
        assertThat(build.goals("jib:build@id").discovery().remarks()).hasSize(1);
    }

    @Test
    void managementAndProfilesAreMerged() {
        String managed = "<build><pluginManagement><plugins><plugin>" + JIB + "<version>1</version><configuration><to>"
                + "<image>h.example/managed</image></to></configuration></plugin></plugins></pluginManagement>"
                + "<plugins><plugin>" + JIB
                + "<executions><execution><id>e</id><phase>package</phase><goals><goal>build"
                + "</goal></goals></execution></executions></plugin></plugins></build>";
        String profile =
                "<profiles><profile><id>p</id><activation><property><name>p</name></property></activation><build>"
                        + "<plugins><plugin>" + JIB
                        + "<executions><execution><id>e</id><configuration><to><tags><tag>p</tag></tags>"
                        + "</to></configuration></execution></executions></plugin></plugins></build></profile></profiles>";

        assertThat(TestBuild.of(folder, managed + profile).names()).containsExactly("h.example/managed");
        assertThat(TestBuild.of(folder, managed + profile).typed("p", "yes").names())
                .containsExactly("h.example/managed", "h.example/managed:p");
    }

    @Test
    void readsThePlanAsMavenMakesItWithExpressionsForProperties() throws Exception {
        TestBuild build = jib("").typed("jib.skip", "false")
                .planned(
                        planned("build", "<to><image>h.example/planned</image></to><skip>${jib.skip}</skip>"),
                        planned("dockerBuild", "<to><image>h.example/local</image></to>"));

        assertThat(build.names()).containsExactly("h.example/planned");
        assertThat(build.discovery().remarks()).isEmpty();
        assertThat(build.typed("jib.skip", "true").names()).isEmpty();
    }

    @Test
    void takesTheDefaultThatThePlanHolds() throws Exception {
        TestBuild build = jib("").planned(planned(
                "build", "<to><image>h.example/a</image></to><skip default-value=\"true\">${jib.skip}</skip>"));

        assertThat(build.names()).isEmpty();
        assertThat(build.typed("jib.skip", "false").names()).containsExactly("h.example/a");
    }

    @Test
    void saysThatWithoutAPlanThePomIsRead() {
        assertThat(jib("<executions>" + execution("e", "package", "h.example/a") + "</executions>")
                        .discovery()
                        .remarks())
                .containsExactly("the plan of this build could not be calculated (no descriptor): "
                        + "images are read from the POM alone");
    }

    @Test
    void aTagThatNothingHasSetYetIsOpen() {
        RequestedImage image = jib("<executions>" + execution("e", "package", "h.example:5000/a:${git.commit}")
                        + "</executions>")
                .image();

        assertThat(image.reference()).isEqualTo("h.example:5000/a");
        assertThat(image.terms().openTag()).isEqualTo("${git.commit} is set during the build");
    }

    @Test
    void aRepositoryThatNothingHasSetYetIsSaidAndNotGuessed() {
        TestBuild build = jib("<executions>" + execution("e", "package", "h.example/${unset}/a:1") + "</executions>");

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks())
                .containsExactly("jib-maven-plugin:build (execution e, <to><image>) names h.example/${unset}/a:1,"
                        + " and nothing has set what is in ${} yet: it is not checked");
    }

    @Test
    void oneImageOnEqualTermsCountsOnce() {
        String auth =
                "<configuration><to><auth><username>u</username><password>p</password></auth></to></configuration>";

        assertThat(jib(auth + "<executions>" + execution("a", "package", "h.example/a")
                                + execution("b", "package", "h.example/a") + "</executions>")
                        .names())
                .isEqualTo(List.of("h.example/a"));
    }

    @Test
    void anotherPluginThatIsCalledDockerMavenPluginIsNotGuessedAt() {
        TestBuild build = TestBuild.of(
                folder,
                TestBuild.plugin(
                        "com.example",
                        "docker-maven-plugin",
                        "push",
                        "<images><image><name>h.example/a</name><build/></image></images>"));

        assertThat(build.names()).isEmpty();
        assertThat(build.remarks())
                .containsExactly(
                        "docker-maven-plugin:push (execution it, of com.example) is not the plugin of io.fabric8"
                                + " or com.spotify, and what it pushes is not known: not checked");
    }
}
