package io.github.registrymaven.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** This plugin, as projects configure it. */
public final class OwnPlugin {
    /** The goals whose images the early preflight asks about. */
    static final Set<String> ABOUT_IMAGES = Set.of("check", "push");

    /** Its group and its name, as Maven keys the plugins of a project. */
    public static final String KEY = "io.github.registrymaven:registry-maven-plugin";

    private OwnPlugin() {}

    /** Null where the project has no such plugin. */
    static @Nullable Plugin in(@Nullable MavenProject project) {
        return project == null ? null : project.getPlugin(KEY);
    }

    /** The executions of any of some goals that a project has not switched off. */
    static List<PluginExecution> executions(@Nullable MavenProject project, Set<String> goals) {
        Plugin plugin = in(project);
        return plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(each -> !"none".equals(each.getPhase())
                                && each.getGoals().stream().anyMatch(goals::contains))
                        .collect(Collectors.toList());
    }

    /** Where a project names images: for the plugin as a whole, and for its executions. */
    static List<ConfigurationContainer> places(@Nullable MavenProject project) {
        Plugin plugin = in(project);
        List<ConfigurationContainer> places = new ArrayList<>(executions(project, ABOUT_IMAGES));
        if (plugin != null) {
            places.add(0, plugin);
        }
        return places;
    }
}
