package io.github.registrymaven.plugin;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Whether a list was given by anyone. Maven injects an empty list for one that was not, which hides a mistake. */
final class GivenParameter {
    private GivenParameter() {}

    /** By an element of the POM, or by a property of the command line, the project or the JVM. */
    static boolean isGiven(String name, String property, MojoExecution execution, MavenSession session) {
        return isInPom(name, property, execution) || isProperty(property, session, session.getCurrentProject());
    }

    /** By an element of the POM, which outweighs the property. */
    static boolean isInPom(String name, String property, MojoExecution execution) {
        Xpp3Dom configuration = execution.getConfiguration();
        Xpp3Dom element = configuration == null ? null : configuration.getChild(name);
        return element != null
                && (element.getChildCount() > 0
                        || element.getValue() == null
                        || !element.getValue().equals("${" + property + "}"));
    }

    /** By an element in any of the places where a project names images, or by a property. */
    static boolean mayBeGiven(String name, String property, MavenSession session, MavenProject project) {
        return isProperty(property, session, project)
                || OwnPlugin.places(project).stream()
                        .map(ConfigurationContainer::getConfiguration)
                        .anyMatch(each -> each instanceof Xpp3Dom && ((Xpp3Dom) each).getChild(name) != null);
    }

    private static boolean isProperty(String property, MavenSession session, @Nullable MavenProject project) {
        return session.getUserProperties().containsKey(property)
                || session.getSystemProperties().containsKey(property)
                || (project != null && project.getProperties().containsKey(property));
    }
}
