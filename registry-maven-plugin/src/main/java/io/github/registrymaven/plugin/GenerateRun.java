package io.github.registrymaven.plugin;

import io.github.registrymaven.generate.GeneratedFolder;
import io.github.registrymaven.generate.Generation;
import io.github.registrymaven.generate.Generator;
import io.github.registrymaven.generate.Project;
import io.github.registrymaven.generate.SourceRepository;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.report.GenerateConsole;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;

/** The way of generated files: from the images and the project into a folder. */
final class GenerateRun {
    private final GenerateMojo goal;
    private final PreflightInput input;

    GenerateRun(GenerateMojo goal) {
        this.goal = goal;
        this.input = new PreflightInput(goal);
    }

    void run() throws ConfigurationProblem {
        List<RequestedImage> images = new GoalImages(goal).find(input, "to generate anything for");
        if (images.isEmpty()) {
            return;
        }
        Generation generation = Generator.generate(GoalImages.references(images), project());
        Path folder = input.reportFolder().resolve("generated");
        try {
            List<GeneratedFolder.Outcome> outcomes = new GeneratedFolder(folder).write(generation);
            goal.getLog().info("for " + images.size() + (images.size() == 1 ? " image" : " images") + ", in " + folder);
            for (GeneratedFolder.Outcome outcome : outcomes) {
                if (GenerateConsole.isRemarkable(outcome)) {
                    goal.getLog().warn(GenerateConsole.of(outcome));
                } else {
                    goal.getLog().info(GenerateConsole.of(outcome));
                }
            }
        } catch (IOException unwritable) {
            throw new ConfigurationProblem(
                    "registry.reportDirectory is " + folder.getParent() + ", which cannot be written: " + unwritable
                            + ". Name another folder, or allow writing to this one",
                    unwritable);
        }
        generation.notes().forEach(note -> goal.getLog().info("note: " + note));
    }

    /** Of the build as a whole, and not of a module of it. */
    private Project project() {
        MavenProject current = goal.session().getCurrentProject();
        MavenProject top = goal.session().getTopLevelProject();
        return new Project(
                current.getFile() == null ? "images" : current.getArtifactId(),
                SourceRepository.of(DeclaredScm.urls(top == null ? current : top)),
                java(current));
    }

    private static String java(MavenProject project) {
        for (String name : List.of("maven.compiler.release", "java.version", "maven.compiler.target")) {
            String version = project.getProperties().getProperty(name, "");
            if (version.matches("[1-9]\\d")) {
                return version;
            }
        }
        return "17";
    }
}
