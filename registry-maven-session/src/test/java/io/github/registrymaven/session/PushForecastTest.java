package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushForecastTest {
    @TempDir
    Path folder;

    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final List<MavenProject> projects = new ArrayList<>();

    private boolean willPush(String... goals) {
        @SuppressWarnings("deprecation") // the other way to a session is to mock one
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        request.setGoals(List.of(goals));
        session.setProjects(projects);
        return PushForecast.willPush(session);
    }

    /** A project with a plugin, and what is written inside the plugin's element. */
    private MavenProject project(String artifactId, String inside) throws Exception {
        Model model = new MavenXpp3Reader()
                .read(new StringReader("<project><build><plugins><plugin><artifactId>" + artifactId + "</artifactId>"
                        + inside + "</plugin></plugins></build></project>"));
        MavenProject project = new MavenProject(model);
        project.setFile(new File(folder.toFile(), "pom.xml"));
        projects.add(project);
        return project;
    }

    private static String execution(String phase, String goal) {
        String bound = phase.isEmpty() ? "" : "<phase>" + phase + "</phase>";
        return "<executions><execution>" + bound + "<goals><goal>" + goal + "</goal></goals></execution></executions>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy",
                "jib:build",
                "jib:build@push",
                "docker:push",
                "k8s:push",
                "registry:push",
                "quarkus:image-push",
                "com.google.cloud.tools:jib-maven-plugin:build",
                "com.google.cloud.tools:jib-maven-plugin:3.5.2:build"
            })
    void knowsWhatPushesWhenTyped(String goal) {
        assertThat(willPush("clean", goal)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "install",
                "site-deploy",
                "jib:dockerBuild",
                "docker:build",
                "unknown:push",
                "x:y:z:push",
                ":",
                "deploy:deploy-file",
                "spring-boot:build-image",
                "quarkus:build",
                "quarkus:image-build",
                "registry:check"
            })
    void knowsWhatDoesNot(String goal) {
        assertThat(willPush(goal)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "jib-maven-plugin, build, package, package, true",
        "jib-maven-plugin, build, package, install, true",
        "jib-maven-plugin, build, after:package, package, true",
        "jib-maven-plugin, build, package, test, false",
        "jib-maven-plugin, build, package, clean, false",
        "jib-maven-plugin, build, post-clean, clean, false",
        "jib-maven-plugin, build, clean, clean, true",
        "jib-maven-plugin, build, none, install, false",
        "jib-maven-plugin, build, , install, false",
        "jib-maven-plugin, dockerBuild, package, install, false",
        "quarkus-maven-plugin, image-push, , package, true",
        "quarkus-maven-plugin, image-push, , test, false",
        "kubernetes-maven-plugin, push, , install, true",
        "kubernetes-maven-plugin, push, , verify, false",
        "docker-maven-plugin, push, , install, false",
        "docker-maven-plugin, push, verify, install, true",
        "maven-deploy-plugin, deploy, package, install, false",
    })
    void knowsWhichPhasesReachAPush(String plugin, String goal, String bound, String typed, boolean pushes)
            throws Exception {
        project(plugin, execution(bound == null ? "" : bound, goal));

        assertThat(willPush(typed)).isEqualTo(pushes);
    }

    @Test
    void seesAPushThatSpringBootIsAskedFor() throws Exception {
        project(
                "spring-boot-maven-plugin",
                "<executions><execution><goals><goal>build-image-no-fork</goal></goals>"
                        + "<configuration><image><publish>true</publish></image></configuration></execution></executions>");

        assertThat(willPush("package")).isTrue();
        assertThat(willPush("test")).isFalse();
    }

    @Test
    void seesAPushThatSpotifysBuildIsAskedFor() throws Exception {
        project("docker-maven-plugin", "<configuration><pushImage>true</pushImage></configuration>");
        assertThat(willPush("package", "docker:build")).isTrue();
        assertThat(willPush("package")).isFalse();

        projects.clear();
        project("docker-maven-plugin", execution("package", "build"));
        assertThat(willPush("package")).isFalse();
        request.getUserProperties().setProperty("pushImageTag", "true");
        assertThat(willPush("package")).isTrue();
        assertThat(willPush("docker:build")).isTrue();
        assertThat(willPush("test")).isFalse();
    }

    @Test
    void seesAPushOfAProgram() throws Exception {
        String push = "<goals><goal>exec</goal></goals><configuration><executable>docker</executable><arguments>"
                + "<argument>push</argument></arguments></configuration></execution></executions>";
        project("exec-maven-plugin", "<executions><execution><phase>install</phase>" + push);

        assertThat(willPush("install")).isTrue();
        assertThat(willPush("verify")).isFalse();
        projects.clear();
        project("exec-maven-plugin", "<executions><execution>" + push);
        assertThat(willPush("install")).isFalse();
    }

    @Test
    void seesNoPushWhereSpringBootOnlyBuilds() throws Exception {
        project("spring-boot-maven-plugin", execution("", "build-image"));

        assertThat(willPush("install")).isFalse();
        request.getUserProperties().setProperty("spring-boot.build-image.publish", "true");
        assertThat(willPush("install")).isTrue();
        assertThat(willPush("spring-boot:build-image")).isTrue();
    }

    @Test
    void seesAPushThatAQuarkusApplicationIsSetTo() throws Exception {
        MavenProject project = project("quarkus-maven-plugin", execution("", "build"));
        assertThat(willPush("package")).isFalse();

        settings("%prod.quarkus.container-image.push=true");
        assertThat(willPush("package")).isTrue();

        settings("quarkus.http.port=80");
        assertThat(willPush("package")).isFalse();
        project.getProperties().setProperty("quarkus.container-image.push", "true");
        assertThat(willPush("package")).isTrue();
    }

    @Test
    void seesAPushOfTheExecutionThatIsTyped() throws Exception {
        project(
                "spring-boot-maven-plugin",
                "<executions><execution><id>publish</id><configuration><image><publish>true</publish></image>"
                        + "</configuration></execution></executions>");

        assertThat(willPush("spring-boot:build-image@publish")).isTrue();
        assertThat(willPush("spring-boot:build-image@other")).isFalse();
        assertThat(willPush("spring-boot:build-image")).isFalse();
    }

    @Test
    void seesWhatIsConfiguredForTheCommandLineAlone() throws Exception {
        project(
                "spring-boot-maven-plugin",
                "<executions><execution><id>default-cli</id><configuration><image><publish>true</publish></image>"
                        + "</configuration></execution></executions>");

        assertThat(willPush("spring-boot:build-image")).isTrue();
    }

    @Test
    void seesAPushThatIsSetForTheProfileThatIsOn() throws Exception {
        MavenProject project = project("quarkus-maven-plugin", execution("", "image-build"));
        settings("application-ci.properties", "quarkus.container-image.push=true");
        assertThat(willPush("package")).isFalse();

        request.getUserProperties().setProperty("quarkus.profile", "dev, ci");
        assertThat(willPush("package")).isTrue();

        request.getUserProperties().clear();
        request.getSystemProperties().setProperty("env.QUARKUS_PROFILE", "ci");
        assertThat(willPush("package")).isTrue();

        request.getSystemProperties().clear();
        project.getProperties().setProperty("quarkus.profile", "ci");
        assertThat(willPush("package")).isTrue();
    }

    @Test
    void readsTheEnvironmentAsQuarkusDoes() throws Exception {
        project("quarkus-maven-plugin", execution("", "build"));
        request.getSystemProperties().setProperty("env.QUARKUS_CONTAINER_IMAGE_PUSH", "true");

        assertThat(willPush("package")).isTrue();
    }

    @Test
    void takesThePomsDefaultGoalWhereNothingIsTyped() throws Exception {
        MavenProject project = project("jib-maven-plugin", "");
        assertThat(willPush()).isFalse();

        project.getBuild().setDefaultGoal("clean deploy");

        assertThat(willPush()).isTrue();
    }

    private void settings(String line) throws IOException {
        settings("application.properties", line);
    }

    private void settings(String file, String line) throws IOException {
        Path resources = Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(resources.resolve(file), line);
    }

    @Test
    @SuppressWarnings("deprecation") // the other way to a session is to mock one
    void isWorkedOutOnceForAllModulesOfABuild() {
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(projects);
        request.setGoals(List.of("deploy"));
        assertThat(PushForecast.buildPushes(session)).isTrue();

        request.setGoals(List.of("validate"));

        assertThat(PushForecast.buildPushes(session)).isTrue();
        assertThat(PushForecast.willPush(session)).isFalse();
    }
}
