package io.github.registrymaven.session;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session will push images, from what was typed and from the model alone: every build asks, and one that does
 * not push is to pay nothing, so no class of the engine may be needed to answer.
 */
public final class PushForecast {
    private PushForecast() {}

    /** The {@code deploy} phase, a goal that pushes, or a phase that a project has bound such a goal to. */
    public static boolean willPush(MavenSession session) {
        for (String typed : goals(session)) {
            if (PushGoals.plugin(typed).isEmpty() ? phasePushes(typed, session) : goalPushes(typed, session)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The same, worked out once for all rules and modules of a build: every module asks about all of them. For whoever runs in a
     * module; before the first of them, what is bound may still change.
     */
    public static boolean buildPushes(MavenSession session) {
        return SessionMap.<String, Boolean>of(session.getRepositorySession().getData(), PushForecast.class)
                .computeIfAbsent("", unasked -> willPush(session));
    }

    private static boolean goalPushes(String typed, MavenSession session) {
        String plugin = PushGoals.plugin(typed);
        String goal = PushGoals.goal(typed);
        PushOnRequest onRequest = PushOnRequest.of(plugin, goal);
        if (onRequest == null) {
            return PushGoals.pushesImages(plugin, goal);
        }
        for (MavenProject project : session.getProjects()) {
            for (Plugin declared : project.getBuildPlugins()) {
                if (plugin.equals(declared.getArtifactId())
                        && (onRequest.isAskedFor(declared.getConfiguration(), project, session)
                                || onRequest.isAskedFor(ofExecution(typed, declared), project, session))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Object ofExecution(String typed, Plugin plugin) {
        PluginExecution execution = plugin.getExecutionsAsMap().get(PushGoals.execution(typed));
        return execution == null ? null : execution.getConfiguration();
    }

    private static boolean phasePushes(String phase, MavenSession session) {
        if (phase.equals("deploy")) {
            return true;
        }
        for (MavenProject project : session.getProjects()) {
            for (Plugin plugin : project.getBuildPlugins()) {
                for (PluginExecution execution : plugin.getExecutions()) {
                    if (executionPushes(phase, plugin, execution, project, session)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean executionPushes(
            String phase, Plugin plugin, PluginExecution execution, MavenProject project, MavenSession session) {
        for (String goal : execution.getGoals()) {
            PushOnRequest onRequest = PushOnRequest.of(plugin.getArtifactId(), goal);
            if (execution.getPhase() != null
                    && Phases.reaches(phase, execution.getPhase())
                    && ProgramGoals.mayPush(plugin.getArtifactId(), goal, (Xpp3Dom) execution.getConfiguration())) {
                return true;
            }
            if (onRequest == null && !PushGoals.pushesImages(plugin.getArtifactId(), goal)) {
                continue;
            }
            String byDefault =
                    onRequest == null ? PushGoals.defaultPhase(plugin.getArtifactId(), goal) : onRequest.defaultPhase();
            String bound = execution.getPhase() == null ? byDefault : execution.getPhase();
            if (Phases.reaches(phase, bound)
                    && (onRequest == null || onRequest.isAskedFor(execution.getConfiguration(), project, session))) {
                return true;
            }
        }
        return false;
    }

    /** What was typed, or what the POM says is done where nothing is. */
    private static List<String> goals(MavenSession session) {
        if (!session.getGoals().isEmpty()) {
            return session.getGoals();
        }
        MavenProject top = session.getTopLevelProject();
        String byDefault = top == null ? null : top.getDefaultGoal();
        return byDefault == null ? List.of() : Arrays.asList(byDefault.strip().split("\\s+"));
    }
}
