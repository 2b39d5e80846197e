package io.github.registrymaven.plugin;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Where the reports of a goal go. */
final class ReportFolder {
    private ReportFolder() {}

    /** Without a project there is no build directory, and Maven leaves the expression for it as it is. */
    static Path of(@Nullable File given, MavenSession session) {
        if (given != null) {
            return given.toPath();
        }
        MavenProject project = session.getCurrentProject();
        return project == null || project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory(), "target", "registry")
                : Path.of(project.getBuild().getDirectory(), "registry");
    }

    /** Where a report in it is, as short as it can be said. */
    static String display(Path folder, String name, MavenSession session) {
        Path root = Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
        Path file = folder.toAbsolutePath().resolve(name);
        return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    }
}
