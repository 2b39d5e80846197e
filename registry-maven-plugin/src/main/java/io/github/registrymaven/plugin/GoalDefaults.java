package io.github.registrymaven.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The parameters of a goal with their properties and defaults, from the plugin's own descriptor, where Maven has them from. */
final class GoalDefaults {
    private final MojoDescriptor goal;

    private GoalDefaults(MojoDescriptor goal) {
        this.goal = goal;
    }

    static GoalDefaults of(String goal) {
        try (InputStream bytes = Objects.requireNonNull(
                        GoalDefaults.class.getResourceAsStream("/META-INF/maven/plugin.xml"), "no descriptor");
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            PluginDescriptor plugin = new PluginDescriptorBuilder().build(text);
            return new GoalDefaults(Objects.requireNonNull(plugin.getMojo(goal), goal));
        } catch (IOException | PlexusConfigurationException unreadable) {
            throw new IllegalStateException("the plugin's own descriptor cannot be read", unreadable);
        }
    }

    MojoDescriptor goal() {
        return goal;
    }

    /** What the goal is configured with, the way Maven does it: the POM's elements over properties and defaults. */
    Xpp3Dom under(@Nullable Xpp3Dom given) {
        Xpp3Dom merged = new Xpp3Dom("configuration");
        for (Parameter parameter : goal.getParameters()) {
            PlexusConfiguration byDefault = goal.getMojoConfiguration().getChild(parameter.getName(), false);
            Xpp3Dom defaults = byDefault == null ? null : dom(byDefault);
            Xpp3Dom element = given == null ? null : given.getChild(parameter.getName());
            Xpp3Dom both =
                    element == null ? defaults : Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(element), defaults, Boolean.TRUE);
            if (both != null) {
                merged.addChild(both);
            }
        }
        return merged;
    }

    private static Xpp3Dom dom(PlexusConfiguration from) {
        Xpp3Dom dom = new Xpp3Dom(from.getName());
        dom.setValue(from.getValue());
        for (String name : from.getAttributeNames()) {
            dom.setAttribute(name, from.getAttribute(name));
        }
        for (PlexusConfiguration child : from.getChildren()) {
            dom.addChild(dom(child));
        }
        return dom;
    }
}
