package io.github.registrymaven.plugin;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * A goal that somebody typed, and no POM bound. Whoever types one means something by it; as ours need no project, Maven runs it
 * once, in the first project, for all of the build ({@code LifecycleTaskSegmentCalculator}).
 */
final class TypedGoal {
    private TypedGoal() {}

    static boolean is(MojoExecution execution) {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** Whether the build has more projects than the one in which it is run. */
    static boolean isOneOfMany(MavenSession session) {
        List<MavenProject> projects = session.getProjects();
        return projects != null && projects.size() > 1;
    }
}
