package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.ImageBuilder;
import io.github.registrymaven.artifact.ImageLayer;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.artifact.Platform;
import io.github.registrymaven.artifact.Workplace;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactPlanTest {
    private static final String BASE = "example.com/base/java:17@sha256:" + "a".repeat(64);

    @TempDir
    private Path folder;

    private final ArtifactParameters given = new ArtifactParameters();
    private MavenProject project = new MavenProject();
    private List<String> mainClasses = List.of("app.Main");

    @BeforeEach
    void aProjectThatWasCompiled() throws IOException {
        project = module("app");
        Path classes = Files.createDirectories(folder.resolve("app/target/classes/app"));
        Files.writeString(classes.resolve("Main.class"), "not read by anybody");
        given.baseImage = BASE;
    }

    private MavenProject module(String artifactId) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifactId);
        model.setVersion("1.0");
        Build build = new Build();
        build.setDirectory(folder.resolve(artifactId).resolve("target").toString());
        build.setOutputDirectory(
                folder.resolve(artifactId).resolve("target").resolve("classes").toString());
        model.setBuild(build);
        MavenProject module = new MavenProject(model);
        module.setArtifact(artifact(artifactId, "1.0", "compile", null));
        return module;
    }

    private static Artifact artifact(String artifactId, String version, String scope, @Nullable File file) {
        Artifact artifact = new DefaultArtifact(
                "org.example", artifactId, version, scope, "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(file);
        return artifact;
    }

    private Artifact dependency(String artifactId, String version, String scope) throws IOException {
        Path jar = folder.resolve(artifactId + "-" + version + ".jar");
        Files.writeString(jar, "not read by anybody");
        return artifact(artifactId, version, scope, jar.toFile());
    }

    private ImagePlan plan(MavenProject... reactor) throws ConfigurationProblem {
        return new ArtifactPlan(project, new ArtifactLayers(project, List.of(reactor)), given).read(new NoBuilder());
    }

    /** Knows classes with a main method, and is never asked to build. */
    private final class NoBuilder implements ImageBuilder {
        @Override
        public ImageBuild build(ImagePlan plan, Workplace workplace) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> mainClasses(Path classes) {
            return mainClasses;
        }
    }

    @Test
    void runsTheOnlyClassWithAMainMethodOnJibsClassPath() throws ConfigurationProblem {
        given.jvmFlags = List.of("-Xmx64m");

        ImagePlan plan = plan();

        assertThat(plan.entrypoint())
                .containsExactly("java", "-Xmx64m", "-cp", "/app/resources:/app/classes:/app/libs/*", "app.Main");
        assertThat(plan.base())
                .isNotNull()
                .extracting(ImageReference::canonical)
                .isEqualTo(BASE);
        assertThat(plan.platforms()).containsExactly(Platform.USUAL);
    }

    @Test
    void releasedSnapshotAndOwnDependenciesAreLayersApartAndTestsAreNotThere()
            throws IOException, ConfigurationProblem {
        Set<Artifact> needed = new LinkedHashSet<>(List.of(
                dependency("released", "1.0", "compile"),
                dependency("snapshot", "2-SNAPSHOT", "runtime"),
                dependency("module", "1.0", "compile"),
                dependency("vendor", "1.0", "system"),
                dependency("junit", "1.0", "test"),
                dependency("servlet", "1.0", "provided")));
        project.setResolvedArtifacts(needed);
        project.setArtifactFilter(any -> true);

        ImagePlan plan = plan(project, module("module"));

        assertThat(plan.layers())
                .extracting(ImageLayer::name)
                .containsExactly("dependencies", "snapshot dependencies", "project dependencies", "classes");
        assertThat(plan.layers().stream()
                        .flatMap(layer -> layer.files().stream())
                        .map(ImageLayer.File::target))
                .containsExactly(
                        "/app/libs/released-1.0.jar",
                        "/app/libs/vendor-1.0.jar",
                        "/app/libs/snapshot-2-SNAPSHOT.jar",
                        "/app/libs/module-1.0.jar",
                        "/app/classes/app/Main.class");
    }

    @Test
    void aModuleThatIsNoJarYetIsNamed() throws IOException {
        Artifact module = artifact("module", "1.0", "compile", folder.toFile());
        project.setResolvedArtifacts(Set.of(module));
        project.setArtifactFilter(any -> true);

        assertThatThrownBy(() -> plan(project, module("module")))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessageContaining("needs org.example:module:jar:1.0, which has no jar yet");
    }

    /** The project's own jar, with what its manifest says. */
    private void packaged(String... attributes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        for (int at = 0; at < attributes.length; at += 2) {
            manifest.getMainAttributes().putValue(attributes[at], attributes[at + 1]);
        }
        Path jar = folder.resolve("app.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        project.getArtifact().setFile(jar.toFile());
        given.artifactLayers = "jar";
    }

    @Test
    void aJarThatBringsItsDependenciesRunsByItself() throws IOException, ConfigurationProblem {
        packaged("Main-Class", "app.Main");

        ImagePlan plan = plan();

        assertThat(plan.entrypoint()).containsExactly("java", "-jar", "/app/app.jar");
        assertThat(plan.layers()).hasSize(1);
    }

    @Test
    void aJarThatDoesNotRunByItselfIsRefusedUnlessSomethingElseIsToRun() throws IOException, ConfigurationProblem {
        packaged();

        assertProblem("app.jar has no Main-Class in its manifest");

        given.entrypoint = List.of("java", "-cp", "/app/app.jar", "app.Main");
        assertThat(plan().layers()).hasSize(1);
    }

    @Test
    void theTimeIsThatOfReproducibleBuilds() throws ConfigurationProblem {
        assertThat(plan().created()).isEqualTo(Instant.EPOCH);

        project.getProperties().setProperty("project.build.outputTimestamp", "2026-01-31T12:00:00+01:00");
        assertThat(plan().created()).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));

        project.getProperties().setProperty("project.build.outputTimestamp", "1700000000");
        assertThat(plan().created()).isEqualTo(Instant.ofEpochSecond(1700000000));

        project.getProperties().setProperty("project.build.outputTimestamp", "x");
        assertThat(plan().created()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void severalMainMethodsAreNamedSoThatOneCanBePicked() throws ConfigurationProblem {
        mainClasses = List.of("app.Main", "app.Other");

        assertProblem(
                "several classes have a main method: app.Main, app.Other. Name the one to run: registry.mainClass");

        given.mainClass = "app.Other";
        assertThat(plan().entrypoint()).endsWith("app.Other");
    }

    @Test
    void noMainMethodIsSaid() {
        mainClasses = List.of();

        assertProblem("has a main method. Name it: registry.mainClass");
    }

    @Test
    void scratchNeedsSomethingToRun() throws ConfigurationProblem {
        given.baseImage = "scratch";

        assertProblem("registry.baseImage is scratch, which has no java. Name what is to run: registry.entrypoint");

        given.entrypoint = List.of("/app/native");
        assertThat(plan().base()).isNull();
        assertThat(plan().entrypoint()).containsExactly("/app/native");
    }

    @Test
    void mistakesAreToldWithWhatTheParameterTakes() {
        given.platforms = List.of("linux");
        assertProblem("registry.platforms names 'linux'; it takes os/architecture, as linux/amd64");

        given.workingDirectory = "work";
        assertProblem("registry.workingDirectory is 'work'; it takes a path in the image, as /work");

        given.ports = List.of("80 80");
        assertProblem("registry.ports names '80 80'; it takes a number, as 8080, 8080/tcp or 53/udp");

        given.artifactLayers = "war";
        assertProblem("registry.artifactLayers is 'war'; it takes classes or jar");

        given.baseImage = "No Image";
        assertProblem("registry.baseImage is 'No Image', which is no image reference");

        given.baseImage = null;
        assertProblem("registry.baseImage is missing");
    }

    @Test
    void aProjectThatWasNotCompiledIsSaid() {
        project.getBuild().setOutputDirectory(folder.resolve("nothing there").toString());

        assertProblem("has no classes in");
    }

    @Test
    void whatIsSaidOfTheImageIsInItsPlan() throws ConfigurationProblem {
        given.labels = Map.of("a", "label");
        given.environment = Map.of("A", "variable");
        given.ports = List.of("8080", "53/udp");
        given.user = "1000";
        given.workingDirectory = "/work";
        given.arguments = List.of("serve");
        given.platforms = List.of("linux/arm64");

        ImagePlan plan = plan();

        assertThat(plan.labels()).containsEntry("a", "label");
        assertThat(plan.environment()).containsEntry("A", "variable");
        assertThat(plan.ports()).containsExactly("8080", "53/udp");
        assertThat(plan.user()).isEqualTo("1000");
        assertThat(plan.workingDirectory()).isEqualTo("/work");
        assertThat(plan.arguments()).containsExactly("serve");
        assertThat(plan.platforms()).containsExactly(new Platform("linux", "arm64"));
    }

    private void assertProblem(String message) {
        assertThatThrownBy(this::plan).isInstanceOf(ConfigurationProblem.class).hasMessageContaining(message);
    }
}
