package io.github.registrymaven.plugin;

import io.github.registrymaven.artifact.ImageLayer;
import io.github.registrymaven.artifact.JavaLayers;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** A project's own artifact and what it needs to run, in layers. */
final class ArtifactLayers {
    private final MavenProject project;
    private final Collection<MavenProject> reactor;

    ArtifactLayers(MavenProject project, Collection<MavenProject> reactor) {
        this.project = project;
        this.reactor = reactor;
    }

    /** The folder of the project's classes. */
    Path classes() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    /** Dependencies, then classes. */
    List<ImageLayer> ofClasses() throws ConfigurationProblem {
        if (!Files.isDirectory(classes())) {
            throw new ConfigurationProblem(project.getId() + " has no classes in " + classes()
                    + ". Bind push to the phase package or later, or name what to push: registry.source");
        }
        JavaLayers layers = new JavaLayers();
        for (Map.Entry<String, List<JavaLayers.Jar>> jars : dependencies().entrySet()) {
            layers.jars(jars.getKey(), jars.getValue());
        }
        try {
            return layers.classes(classes()).layers();
        } catch (IOException unreadable) {
            throw new ConfigurationProblem(classes() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The project's jar, which brings its dependencies itself. */
    List<ImageLayer> ofJar() throws ConfigurationProblem {
        return new JavaLayers().jar(jar()).layers();
    }

    /** {@code java -jar} takes the class to run from the jar's own manifest. */
    void mustRun() throws ConfigurationProblem {
        Path path = jar();
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS) == null) {
                throw new ConfigurationProblem(
                        path + " has no Main-Class in its manifest, so java -jar does not run it. "
                                + "Let the plugin that makes a jar with its dependencies put it in this one's place "
                                + "(spring-boot's repackage without <classifier>, shade without <shadedArtifactAttached>), or take "
                                + "the classes instead: registry.artifactLayers=classes");
            }
        } catch (IOException unreadable) {
            throw new ConfigurationProblem(path + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Path jar() throws ConfigurationProblem {
        File jar = project.getArtifact() == null ? null : project.getArtifact().getFile();
        if (jar == null || !jar.isFile()) {
            throw new ConfigurationProblem(project.getId()
                    + " has no jar yet. Bind push to the phase package or later, behind the plugin that makes the jar");
        }
        return jar.toPath();
    }

    /** What is built again in every build lies higher than what was released once. */
    private Map<String, List<JavaLayers.Jar>> dependencies() throws ConfigurationProblem {
        Map<String, List<JavaLayers.Jar>> layers = new LinkedHashMap<>();
        layers.put("dependencies", new ArrayList<>());
        layers.put("snapshot dependencies", new ArrayList<>());
        layers.put("project dependencies", new ArrayList<>());
        for (Artifact artifact : project.getArtifacts()) {
            if (isNeededToRun(artifact)) {
                List<JavaLayers.Jar> layer = layers.get(layerOf(artifact));
                if (layer != null) {
                    layer.add(new JavaLayers.Jar(artifact.getGroupId(), jar(artifact)));
                }
            }
        }
        return layers;
    }

    /** As jib has it, with what is referred to by a path: without that the application does not start. */
    private static boolean isNeededToRun(Artifact artifact) {
        String scope = artifact.getScope();
        return !"pom".equals(artifact.getType())
                && (scope == null
                        || scope.equals(Artifact.SCOPE_COMPILE)
                        || scope.equals(Artifact.SCOPE_RUNTIME)
                        || scope.equals(Artifact.SCOPE_SYSTEM));
    }

    private String layerOf(Artifact artifact) {
        if (reactor.stream().anyMatch(module -> isOf(module, artifact))) {
            return "project dependencies";
        }
        return artifact.isSnapshot() ? "snapshot dependencies" : "dependencies";
    }

    private static boolean isOf(MavenProject module, Artifact artifact) {
        return module.getGroupId().equals(artifact.getGroupId())
                && module.getArtifactId().equals(artifact.getArtifactId())
                && module.getVersion().equals(artifact.getBaseVersion());
    }

    private Path jar(Artifact artifact) throws ConfigurationProblem {
        File file = artifact.getFile();
        if (file == null || !file.isFile()) {
            // Before the phase package, a module of the same build is a folder of classes.
            throw new ConfigurationProblem(project.getId() + " needs " + artifact.getId()
                    + ", which has no jar yet. Run the phase package or a later one");
        }
        return file.toPath();
    }
}
