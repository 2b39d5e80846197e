package io.github.registrymaven.session;

import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that is there for images alone, and whose push is typed where one is wanted, as with {@code mvn compile jib:build}: its
 * POM binds it to no phase, so no build has an image of it unless the goal is typed.
 */
public final class UnboundPush {
    /** Others build the application, too, and are there whether or not an image is ever made. */
    private static final Set<String> FOR_IMAGES = Set.of(
            "jib-maven-plugin",
            "docker-maven-plugin",
            "dockerfile-maven-plugin",
            "kubernetes-maven-plugin",
            "openshift-maven-plugin");

    private UnboundPush() {}

    /** What to do where a goal that was typed has found no image, as a sentence with a space before it; empty where none is known. */
    public static String hint(MavenSession session) {
        String goal = first(session);
        return goal == null
                ? ""
                : " " + goal
                        + " is bound to no phase: type it behind this goal, and its images are found before it pushes them.";
    }

    private static @Nullable String first(MavenSession session) {
        for (MavenProject project : session.getProjects()) {
            for (Plugin plugin : project.getBuildPlugins()) {
                String goal = goal(plugin);
                if (!"pom".equals(project.getPackaging()) && goal != null && !isRun(plugin, goal, session.getGoals())) {
                    return plugin.getKey() + ":" + goal;
                }
            }
        }
        return null;
    }

    private static @Nullable String goal(Plugin plugin) {
        if (!FOR_IMAGES.contains(plugin.getArtifactId())) {
            return null;
        }
        return plugin.getArtifactId().startsWith("jib-") ? "build" : "push";
    }

    private static boolean isRun(Plugin plugin, String goal, List<String> typed) {
        return plugin.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains(goal))
                || typed.stream()
                        .anyMatch(one -> plugin.getArtifactId().equals(PushGoals.plugin(one))
                                && goal.equals(PushGoals.goal(one)));
    }
}
