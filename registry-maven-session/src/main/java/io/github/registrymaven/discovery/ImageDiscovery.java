package io.github.registrymaven.discovery;

import io.github.registrymaven.session.ProgramGoals;
import io.github.registrymaven.session.SameExecution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the images that a session pushes, as the plugins that push them would name them. A plugin that is configured and not
 * executed pushes nothing.
 */
public final class ImageDiscovery {
    private final MavenSession session;
    private final Supplier<LifecycleExecutor> lifecycle;
    private final List<String> goals;
    private final @Nullable MojoExecution now;

    /**
     * Discovery in a session.
     *
     * @param lifecycle Maven's own, asked for where a module has a plugin that may push
     */
    public ImageDiscovery(MavenSession session, Supplier<LifecycleExecutor> lifecycle) {
        this(session, lifecycle, session.getGoals(), null);
    }

    private ImageDiscovery(
            MavenSession session,
            Supplier<LifecycleExecutor> lifecycle,
            List<String> goals,
            @Nullable MojoExecution now) {
        this.session = session;
        this.lifecycle = lifecycle;
        this.goals = List.copyOf(goals);
        this.now = now;
    }

    /** Finds what another session would push, one with these goals. */
    public ImageDiscovery assuming(String... otherGoals) {
        return new ImageDiscovery(session, lifecycle, List.of(otherGoals), null);
    }

    /** Finds what is pushed as seen from this execution: what runs before it has run, as have the modules before. */
    public ImageDiscovery asOf(MojoExecution execution) {
        return new ImageDiscovery(session, lifecycle, goals, execution);
    }

    /** Whether there may be an image in a project: told by its plugins' names, at no cost. */
    public boolean mayFind(MavenProject project) {
        return new Plan(session, lifecycle, goals).mayPush(project);
    }

    /** The images that one project of the session pushes. Never fails: what cannot be read is a remark. */
    public Discovery of(MavenProject project) {
        MavenSession there = session.clone();
        there.setCurrentProject(project);
        Found found = new Found();
        List<MojoExecution> planned = new Plan(there, lifecycle, goals).of(project, found);
        if (planned.isEmpty()) {
            return found.all();
        }
        found.expectLogin(now == null ? loggingInBefore(project) : null);
        LateProperties late = new LateProperties(project);
        Map<String, List<Configured>> prepared = new HashMap<>();
        for (MojoExecution execution : planned) {
            PushingPlugin plugin = PushingPlugins.of(execution.getGroupId(), execution.getArtifactId());
            if (now != null && SameExecution.is(execution, now)) {
                found.expectLogin(null);
                late.haveRun();
            } else if (ProgramGoals.mayLogIn(execution)) {
                found.expectLogin(execution.getArtifactId() + " (execution " + execution.getExecutionId() + ")");
            }
            if (ProgramGoals.mayPush(execution.getArtifactId(), execution.getGoal(), execution.getConfiguration())) {
                found.remark(new Configured(there, project, execution, List.of()).at("its program")
                        + " pushes, and which image is not read from its command line: not checked");
            }
            if (plugin == null) {
                late.runs(execution);
                continue;
            }
            List<Configured> before =
                    prepared.computeIfAbsent(execution.getPlugin().getKey(), key -> new ArrayList<>());
            if (plugin.pushesWith(execution.getGoal())) {
                find(plugin, new Configured(there, project, execution, before), late, found);
            }
            if (plugin.prepares(execution.getGoal())) {
                before.add(new Configured(there, project, execution, List.of()));
            }
        }
        return found.all();
    }

    /** Programs of modules that are built before: a login that one of them makes is there for all after it. */
    private @Nullable String loggingInBefore(MavenProject project) {
        List<MavenProject> modules = session.getProjects();
        for (MavenProject module : modules == null ? List.<MavenProject>of() : modules) {
            if (module.equals(project)) {
                return null;
            }
            String program = ProgramGoals.loggingIn(module);
            if (program != null) {
                return program;
            }
        }
        return null;
    }

    private static void find(PushingPlugin plugin, Configured execution, LateProperties late, Found found) {
        int before = found.size();
        try {
            plugin.find(execution, found);
            String unknown = late.remarkOn(execution);
            if (unknown != null) {
                found.forgetBeyond(before);
                found.remark(unknown);
            }
        } catch (RuntimeException unreadable) { // whatever a POM holds, the build is not to fail for our reading of it
            found.remark(execution.at("its configuration") + " could not be read: " + unreadable);
        }
    }
}
