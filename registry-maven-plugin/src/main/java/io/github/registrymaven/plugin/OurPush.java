package io.github.registrymaven.plugin;

import io.github.registrymaven.session.PushGoals;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Whether it is our own {@code push} that pushes the images which a project names. */
final class OurPush {
    private static final String PLUGIN = "io.github.registrymaven:registry-maven-plugin";

    private OurPush() {}

    /** It is the goal itself, it was typed, or the project has an execution of it. */
    static boolean isIn(MavenSession session, MojoExecution execution) {
        if ("push".equals(execution.getGoal()) || session.getGoals().stream().anyMatch(PushGoals::isOurs)) {
            return true;
        }
        MavenProject project = session.getCurrentProject();
        Plugin plugin = project == null ? null : project.getPlugin(PLUGIN);
        return plugin != null && plugin.getExecutions().stream().anyMatch(OurPush::pushes);
    }

    private static boolean pushes(PluginExecution execution) {
        return !"none".equals(execution.getPhase()) && execution.getGoals().contains("push");
    }
}
