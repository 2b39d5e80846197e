package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * The {@code check} goal as Maven would configure it in the projects of a session, without running it: the same fields, filled
 * from the same descriptor by the same means. So the early preflight cannot come to other parameters than the goal.
 */
public final class ConfiguredChecks {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final LifecycleExecutor lifecycle;
    private final RepositorySystem repositories;
    private final GoalDefaults defaults = GoalDefaults.of("check");

    public ConfiguredChecks(
            MavenSession session,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle,
            RepositorySystem repositories) {
        this.session = session;
        this.decrypter = decrypter;
        this.lifecycle = lifecycle;
        this.repositories = repositories;
    }

    /**
     * One for each execution of {@code check} or {@code push}; where there is none, one by the plugin's own configuration; and
     * where the project has no such plugin, one by properties and defaults.
     */
    public List<ConfiguredCheck> of(MavenProject project) throws ConfigurationProblem {
        List<ConfiguredCheck> checks = new ArrayList<>();
        for (PluginExecution execution : OwnPlugin.executions(project, OwnPlugin.ABOUT_IMAGES)) {
            checks.add(check(project, execution.getId(), execution.getConfiguration()));
        }
        if (checks.isEmpty()) {
            Plugin plugin = OwnPlugin.in(project);
            checks.add(check(project, "default-cli", plugin == null ? null : plugin.getConfiguration()));
        }
        return checks;
    }

    private ConfiguredCheck check(MavenProject project, String id, @Nullable Object given) throws ConfigurationProblem {
        MavenSession there = session.clone();
        there.setCurrentProject(project);
        Xpp3Dom configuration = defaults.under(given instanceof Xpp3Dom ? (Xpp3Dom) given : null);
        MojoExecution execution = new MojoExecution(descriptor(), id, MojoExecution.Source.LIFECYCLE);
        execution.setConfiguration(configuration);
        CheckMojo goal = new CheckMojo(there, execution, () -> decrypter, () -> lifecycle, () -> repositories);
        try {
            new BasicComponentConfigurator()
                    .configureComponent(
                            goal,
                            new XmlPlexusConfiguration(configuration),
                            new PluginParameterExpressionEvaluator(there, execution),
                            realm());
        } catch (ComponentConfigurationException wrong) {
            PlexusConfiguration element = wrong.getFailedConfiguration();
            String parameter = element == null ? "a parameter" : "the parameter " + element.getName();
            throw new ConfigurationProblem(
                    parameter + " of registry-maven-plugin in " + project.getId() + " is wrong: " + wrong.getMessage(),
                    wrong);
        }
        return new ConfiguredCheck(project, goal);
    }

    private static MojoDescriptor descriptor() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setArtifactId("registry-maven-plugin");
        MojoDescriptor check = new MojoDescriptor();
        check.setPluginDescriptor(plugin);
        check.setGoal("check");
        return check;
    }

    /** Maven loads us in a realm; where somebody else does, in a test for one, it is made for the purpose. */
    private static ClassRealm realm() {
        ClassLoader loader = ConfiguredChecks.class.getClassLoader();
        return loader instanceof ClassRealm
                ? (ClassRealm) loader
                : new ClassRealm(new ClassWorld(), "registry-maven-plugin", loader);
    }
}
