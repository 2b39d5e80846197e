package io.github.registrymaven.discovery;

import io.github.registrymaven.session.ProgramGoals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** What a session will do in one project, as far as it has to do with pushing. */
final class Plan {
    private final MavenSession session;
    private final Supplier<LifecycleExecutor> lifecycle;

    private final List<String> typed;

    Plan(MavenSession session, Supplier<LifecycleExecutor> lifecycle, List<String> typed) {
        this.session = session;
        this.lifecycle = lifecycle;
        this.typed = typed;
    }

    /**
     * Executions in their order, of all plugins. Costs nothing where no plugin of the project is known to push and no goal
     * that may push is typed: calculating a plan makes Maven read the descriptor of each plugin.
     */
    List<MojoExecution> of(MavenProject project, Found found) {
        List<String> goals = goals();
        if (!mayPush(project)) {
            return List.of();
        }
        try {
            return flat(lifecycle
                    .get()
                    .calculateExecutionPlan(session, goals.toArray(new String[0]))
                    .getMojoExecutions());
        } catch (Exception noPlan) { // declares nine kinds, and none of them is ours to tell: Maven will
            found.remark("the plan of this build could not be calculated (" + noPlan.getMessage()
                    + "): images are read from the POM alone");
            return new PlanFromModel(goals).of(project);
        }
    }

    /** Whether a plugin of the project is known to push, or a goal is typed that may. */
    boolean mayPush(MavenProject project) {
        return project.getBuildPlugins().stream()
                        .anyMatch(plugin -> PushingPlugins.of(plugin.getGroupId(), plugin.getArtifactId()) != null
                                || ProgramGoals.mayPush(plugin))
                || goals().stream().anyMatch(PushingPlugins::mayPush);
    }

    /** Spring Boot's {@code build-image}, say, runs a part of the lifecycle of its own first. */
    private static List<MojoExecution> flat(List<MojoExecution> planned) {
        List<MojoExecution> all = new ArrayList<>();
        for (MojoExecution execution : planned) {
            execution.getForkedExecutions().values().forEach(forked -> all.addAll(flat(forked)));
            all.add(execution);
        }
        return all;
    }

    private List<String> goals() {
        if (!typed.isEmpty()) {
            return typed;
        }
        MavenProject top = session.getTopLevelProject();
        String byDefault = top == null ? null : top.getDefaultGoal();
        return byDefault == null ? List.of() : List.of(byDefault.strip().split("\\s+"));
    }
}
