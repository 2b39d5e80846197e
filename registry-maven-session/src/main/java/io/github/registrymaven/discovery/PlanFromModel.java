package io.github.registrymaven.discovery;

import io.github.registrymaven.session.Phases;
import io.github.registrymaven.session.ProgramGoals;
import io.github.registrymaven.session.PushGoals;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The executions of a project that push, from its merged POM alone: for when Maven cannot calculate the plan, as a plugin's
 * descriptor cannot be had.
 */
final class PlanFromModel {
    private final List<String> goals;

    PlanFromModel(List<String> goals) {
        this.goals = goals;
    }

    List<MojoExecution> of(MavenProject project) {
        List<MojoExecution> executions = new ArrayList<>();
        // In which order is not known here. A program that may log in or set a property is taken to do it before each
        // push.
        project.getBuildPlugins().forEach(plugin -> programs(plugin, executions));
        for (Plugin plugin : project.getBuildPlugins()) {
            PushingPlugin known = PushingPlugins.of(plugin.getGroupId(), plugin.getArtifactId());
            if (known != null) {
                bound(plugin, known, executions);
                typed(plugin, known, executions);
            }
        }
        return executions;
    }

    private void programs(Plugin plugin, List<MojoExecution> executions) {
        for (PluginExecution execution : plugin.getExecutions()) {
            for (String goal : execution.getGoals()) {
                String phase = execution.getPhase();
                boolean counts =
                        ProgramGoals.are(plugin.getArtifactId(), goal) || LateProperties.maySet(plugin.getArtifactId());
                if (counts && phase != null && isReached(phase)) {
                    executions.add(execution(plugin, goal, execution.getId(), execution.getConfiguration()));
                }
            }
        }
    }

    private void bound(Plugin plugin, PushingPlugin known, List<MojoExecution> executions) {
        for (PluginExecution execution : plugin.getExecutions()) {
            for (String goal : execution.getGoals()) {
                String phase = execution.getPhase() == null ? known.defaultPhase(goal) : execution.getPhase();
                boolean counts = known.pushesWith(goal) || known.prepares(goal);
                if (counts && phase != null && isReached(phase)) {
                    executions.add(execution(plugin, goal, execution.getId(), execution.getConfiguration()));
                }
            }
        }
    }

    private boolean isReached(String phase) {
        return goals.stream().filter(goal -> goal.indexOf(':') < 0).anyMatch(typed -> Phases.reaches(typed, phase));
    }

    private void typed(Plugin plugin, PushingPlugin known, List<MojoExecution> executions) {
        for (String typed : goals) {
            String goal = PushGoals.goal(typed);
            boolean counts = known.pushesWith(goal) || known.prepares(goal);
            if (counts && PushGoals.plugin(typed).equals(plugin.getArtifactId())) {
                String id = PushGoals.execution(typed);
                PluginExecution execution = plugin.getExecutionsAsMap().get(id);
                ConfigurationContainer configured = execution == null ? plugin : execution;
                executions.add(execution(plugin, goal, id, configured.getConfiguration()));
            }
        }
    }

    private static MojoExecution execution(Plugin plugin, String goal, String id, Object configuration) {
        MojoExecution execution = new MojoExecution(plugin, goal, id);
        execution.setConfiguration(configuration == null ? new Xpp3Dom("configuration") : (Xpp3Dom) configuration);
        return execution;
    }
}
