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

    private static String setter(String artifact, String goal, String configuration) {
        return "<plugin><groupId>g</groupId><artifactId>" + artifact + "</artifactId><version>1</version><executions>"
                + "<execution><id>set</id><phase>validate</phase><goals><goal>" + goal
                + "</goal></goals><configuration>" + configuration
                + "</configuration></execution></executions></plugin>";
    }

    /** A docker-maven-plugin that says nothing of its registry, and what runs before it. */
    private TestBuild dockerBehind(String setter) {
        String images = "<images><image><name>team/app:%v</name><build/></image></images>";
        return TestBuild.of(
                folder,
                TestBuild.plugin("io.fabric8", "docker-maven-plugin", "push", images)
                        .replace("<plugins>", "<plugins>" + setter));
    }

    @Test
    void aRegistryThatAPluginSetsDuringTheBuildIsNotTakenForOneThatIsLeftOut() {
        TestBuild build = dockerBehind(
                setter("build-helper-maven-plugin", "regex-property", "<name>docker.push.registry</name>"));

        assertThat(build.names()).isEmpty();
        assertThat(build.discovery().remarks())
                .contains("docker-maven-plugin:push (execution it, docker.push.registry) reads a property that"
                        + " build-helper-maven-plugin (execution set) may set before it, so what it pushes is not known:"
                        + " not checked");
    }

    @Test
    void aTagThatAScriptSetsDuringTheBuildIsNotKnownEvenIfItIsTypedWhereThePluginDoesNotLook() {
        String script = "<scripts><script>project.properties.setProperty('docker.image.tag', tag)</script></scripts>";
        TestBuild build = dockerBehind(setter("gmavenplus-plugin", "execute", script));

        assertThat(build.names()).isEmpty();
        assertThat(build.typed("docker.image.tag", "7").names()).isEmpty();
    }

    @Test
    void aPropertyOfTheCommandLineIsWhatItIsWhateverAScriptSets() {
        String script = "<scripts><script>project.properties['docker.push.registry'] = r</script></scripts>";

        assertThat(dockerBehind(setter("gmavenplus-plugin", "execute", script))
                        .typed("docker.push.registry", "h.example")
                        .names())
                .containsExactly("h.example/team/app:1.0");
    }

    @Test
    void whatThePomSaysItselfNoPropertyChanges() {
        TestBuild build = TestBuild.of(
                folder,
                TestBuild.plugin(
                                "io.fabric8",
                                "docker-maven-plugin",
                                "push",
                                "<pushRegistry>h.example</pushRegistry><images><image><name>app:1</name><build/></image></images>")
                        .replace(
                                "<plugins>",
                                "<plugins>"
                                        + setter(
                                                "build-helper-maven-plugin",
                                                "regex-property",
                                                "<name>docker.push.registry</name>")));

        assertThat(build.names()).containsExactly("h.example/app:1");
    }

    @Test
    void aPropertyThatNoPluginReadsMayBeSetByAnybody() {
        assertThat(dockerBehind(setter("build-helper-maven-plugin", "regex-property", "<name>docker.tag</name>"))
                        .names())
                .containsExactly("team/app:1.0");
    }

    @Test
    void aFileOfPropertiesMaySetOneDuringTheBuild() throws Exception {
        String file = "<files><file>registry.properties</file></files>";
        TestBuild build = dockerBehind(setter("properties-maven-plugin", "read-project-properties", file));

        assertThat(build.file("registry.properties", "other = x").names()).containsExactly("team/app:1.0");
        assertThat(build.file("registry.properties", "docker.registry = h.example")
                        .names())
                .isEmpty();
    }

    @Test
    void antKeepsItsPropertiesToItselfUnlessItIsToldToExportThem() {
        String sets = "<target><property name=\"docker.registry\" value=\"h.example\"/></target>";

        assertThat(dockerBehind(setter("maven-antrun-plugin", "run", sets)).names())
                .containsExactly("team/app:1.0");
        assertThat(dockerBehind(setter(
                                "maven-antrun-plugin", "run", sets + "<exportAntProperties>true</exportAntProperties>"))
                        .names())
                .isEmpty();
    }

    @Test
    void aScriptThatOnlySpeaksOfAnImageSetsNoProperty() {
        String script = "<scripts><script>println 'building the image'</script></scripts>";
        TestBuild build = TestBuild.of(
                folder,
                TestBuild.plugin("g", "jib-maven-plugin", "build", "<to><image>h.example/a</image></to>")
                        .replace("<plugins>", "<plugins>" + setter("gmavenplus-plugin", "execute", script)));

        assertThat(build.names()).containsExactly("h.example/a");
    }

    @Test
    void aNameWithoutATagAndTheTagLatestAreOneImage() {
        TestBuild build = jib("<executions><execution><id>it</id><phase>deploy</phase><goals><goal>build</goal></goals>"
                + "<configuration><to><image>h.example/a</image><tags><tag>latest</tag><tag>1</tag></tags></to>"
                + "</configuration></execution></executions>");

        assertThat(build.names()).containsExactly("h.example/a", "h.example/a:1");
    }

    @Test
    void aPropertyThatWasSetBeforeTheCheckIsKnown() throws Exception {
        Plugin helper = new Plugin();
        helper.setArtifactId("build-helper-maven-plugin");
        MojoExecution set = new MojoExecution(helper, "regex-property", "set");
        set.setConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration><name>jib.to.tags</name></configuration>")));
        Plugin ours = new Plugin();
        ours.setArtifactId("registry-maven-plugin");
        MojoExecution check = new MojoExecution(ours, "check", "check");
        MojoExecution push = planned("build", "<to><image>h.example/a:1</image></to>");
        TestBuild build = jib("").planned(set, check, push);

        assertThat(build.names()).isEmpty();
        assertThat(build.asOf(check).names()).containsExactly("h.example/a:1");
    }
}
