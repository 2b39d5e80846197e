package io.github.registrymaven.plugin.early;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.registrymaven.plugin.TestSessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectExecutionEvent;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleChecksTest {
    @TempDir
    Path root;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final IdleChecks listener = new IdleChecks(TestSessions::noLifecycle);
    private MavenSession session;

    @BeforeEach
    void aBuildWhoseRootHasBegun() throws Exception {
        session = TestSessions.of(root, request);
        assertThat(leftIn(project("root", check("")))).containsExactly("check");
    }

    private MavenProject project(String name, String plugins) throws Exception {
        return project(name, "", plugins);
    }

    private MavenProject project(String name, String properties, String plugins) throws Exception {
        return TestSessions.project(
                root,
                name,
                "<properties>" + properties + "</properties><build><plugins>" + plugins + "</plugins></build>");
    }

    private static String check(String configuration) {
        return plugin("io.github.registrymaven:registry-maven-plugin", "check", configuration);
    }

    private static String plugin(String key, String goal, String configuration) {
        String[] parts = key.split(":", -1);
        return "<plugin><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                + "</artifactId><executions><execution><goals><goal>" + goal + "</goal></goals><configuration>"
                + configuration + "</configuration></execution></executions></plugin>";
    }

    /** What Maven would run in it. */
    private static List<MojoExecution> plan(MavenProject project) {
        List<MojoExecution> plan = new ArrayList<>();
        for (Plugin plugin : project.getBuildPlugins()) {
            for (PluginExecution execution : plugin.getExecutions()) {
                for (String goal : execution.getGoals()) {
                    MojoExecution planned = new MojoExecution(plugin, goal, execution.getId());
                    planned.setConfiguration((Xpp3Dom) execution.getConfiguration());
                    plan.add(planned);
                }
            }
        }
        return plan;
    }

    private List<String> leftIn(MavenProject project) {
        return leftIn(project, plan(project));
    }

    private List<String> leftIn(MavenProject project, List<MojoExecution> plan) {
        listener.beforeProjectLifecycleExecution(new ProjectExecutionEvent(session, project, plan));
        return plan.stream().map(MojoExecution::getGoal).collect(Collectors.toList());
    }

    @Test
    void takesOutACheckThatHasNoImageAndIsConfiguredAsOneBefore() throws Exception {
        assertThat(leftIn(
                        project("library", plugin("org.apache.maven.plugins:maven-jar-plugin", "jar", "") + check(""))))
                .containsExactly("jar");
        assertThat(leftIn(project("other", check("")))).isEmpty();
    }

    @Test
    void leavesTheModelAsItIs() throws Exception {
        MavenProject library = project("library", check(""));

        leftIn(library);

        assertThat(plan(library)).hasSize(1);
    }

    @Test
    void leavesAllOtherGoals() throws Exception {
        String ours = "io.github.registrymaven:registry-maven-plugin";
        assertThat(leftIn(project("library", plugin(ours, "login", "")))).containsExactly("login");
        assertThat(leftIn(project("other", plugin(ours, "push", "")))).containsExactly("push");
        assertThat(leftIn(project("third", plugin("com.example:registry-maven-plugin", "check", ""))))
                .containsExactly("check");
    }

    @Test
    void leavesACheckWhereAnImageIsNamed() throws Exception {
        assertThat(leftIn(project("app", "<registry.images>r.example/a:1</registry.images>", check(""))))
                .containsExactly("check");
        assertThat(leftIn(project("again", "<registry.images>r.example/a:1</registry.images>", check(""))))
                .containsExactly("check");
        assertThat(leftIn(project("other", check("<images>${set.by.a.plugin}</images>"))))
                .containsExactly("check");
        assertThat(leftIn(project("third", check("<images>${set.by.a.plugin}</images>"))))
                .containsExactly("check");
    }

    @Test
    void leavesACheckWhereAnotherPluginMayPush() throws Exception {
        String jib = plugin("com.google.cloud.tools:jib-maven-plugin", "build", "");

        assertThat(leftIn(project("app", check("") + jib))).containsExactly("check", "build");
    }

    @Test
    void leavesACheckBeforeWhichAnImageMayBeNamed() throws Exception {
        String antrun = plugin("org.apache.maven.plugins:maven-antrun-plugin", "run", "");
        String properties = plugin("org.codehaus.mojo:properties-maven-plugin", "read-project-properties", "");

        assertThat(leftIn(project("script", antrun + check("")))).containsExactly("run", "check");
        assertThat(leftIn(project("file", properties + check("")))).containsExactly("read-project-properties", "check");
        assertThat(leftIn(project("after", check("") + antrun))).containsExactly("run");
    }

    @Test
    void leavesACheckBeforeWhichAGoalForksOneThatMayNameAnImage() throws Exception {
        MavenProject project =
                project("app", plugin("org.apache.maven.plugins:maven-source-plugin", "jar", "") + check(""));
        List<MojoExecution> plan = plan(project);
        Plugin groovy = new Plugin();
        groovy.setGroupId("org.codehaus.gmavenplus");
        groovy.setArtifactId("gmavenplus-plugin");
        plan.get(0).setForkedExecutions("it:app:1", List.of(new MojoExecution(groovy, "execute", "default")));

        assertThat(leftIn(project, plan)).containsExactly("jar", "check");
    }

    @Test
    void leavesTheFirstCheckThatIsConfiguredInAWayOfItsOwn() throws Exception {
        assertThat(leftIn(project("a", check("<failOn>sometimes</failOn>")))).containsExactly("check");
        assertThat(leftIn(project("b", "<registry.failOn>sometimes</registry.failOn>", check(""))))
                .containsExactly("check");
        assertThat(leftIn(project("c", "<registry.imagse>r.example/a:1</registry.imagse>", check(""))))
                .containsExactly("check");
        assertThat(leftIn(project("d", "<other.property>x</other.property>", check(""))))
                .isEmpty();
    }

    @Test
    void leavesOneThatSomebodyTyped() throws Exception {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.registrymaven");
        plugin.setArtifactId("registry-maven-plugin");
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setPluginDescriptor(plugin);
        descriptor.setGoal("check");
        List<MojoExecution> plan =
                new ArrayList<>(List.of(new MojoExecution(descriptor, "default-cli", MojoExecution.Source.CLI)));

        assertThat(leftIn(project("library", ""), plan)).containsExactly("check");
    }

    @Test
    void leavesAPlanThatIsNotToBeChanged() throws Exception {
        MavenProject library = project("library", check(""));
        List<MojoExecution> plan = List.copyOf(plan(library));

        assertThatCode(() -> assertThat(leftIn(library, plan)).containsExactly("check"))
                .doesNotThrowAnyException();
    }
}
