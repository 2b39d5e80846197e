package io.github.registrymaven.enforcer;

import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The servers that plugins which push images are told to log in with. */
final class PushServers {
    private static final String ELEMENT = "serverId";
    private static final String PROPERTY = "registry.serverId";

    private final Set<String> ids = new HashSet<>();

    private PushServers() {}

    static Set<String> of(MavenProject project, MavenSession session) {
        PushServers found = new PushServers();
        for (Plugin plugin : project.getBuildPlugins()) {
            if (PomLiterals.pushesImages(plugin)) {
                found.configured(plugin.getConfiguration());
                for (PluginExecution execution : plugin.getExecutions()) {
                    found.configured(execution.getConfiguration());
                }
            }
        }
        found.property(project.getProperties());
        found.property(session.getUserProperties());
        return found.ids;
    }

    private void configured(@Nullable Object configuration) {
        if (configuration instanceof Xpp3Dom) {
            Xpp3Dom server = ((Xpp3Dom) configuration).getChild(ELEMENT);
            if (server != null) {
                add(server.getValue());
            }
        }
    }

    private void property(Properties properties) {
        add(properties.getProperty(PROPERTY));
    }

    private void add(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            ids.add(id.strip());
        }
    }
}
