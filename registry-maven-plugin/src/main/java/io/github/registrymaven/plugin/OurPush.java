package io.github.registrymaven.plugin;

import io.github.registrymaven.provider.LoginOnDemand;
import io.github.registrymaven.session.PushGoals;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;

/** Which of the images that a project names are pushed by our own {@code push}. */
final class OurPush {
    private final boolean all;
    private final List<PluginExecution> executions;

    private OurPush(boolean all, List<PluginExecution> executions) {
        this.all = all;
        this.executions = executions;
    }

    /** All, where it is the goal itself or was typed; otherwise those of the project's executions of it. */
    static OurPush in(MavenSession session, MojoExecution execution) {
        boolean all = "push".equals(execution.getGoal())
                || session.getGoals().stream().anyMatch(PushGoals::isOurs);
        return new OurPush(all, OwnPlugin.executions(session.getCurrentProject(), Set.of("push")));
    }

    /**
     * Whether it pushes an image, and would make a login for it that other tools do not. Of any other image the answer is the
     * same for all tools, and need be asked for once only.
     */
    boolean logsIn(String reference) {
        return LoginOnDemand.isGivenFor(reference)
                && (all || executions.stream().anyMatch(execution -> names(execution, reference)));
    }

    /** An execution without images of its own takes those of the property, as any other does. */
    private static boolean names(PluginExecution execution, String reference) {
        List<String> images = ConfiguredImages.in(execution);
        return images == null || images.contains(reference);
    }
}
