package io.github.registrymaven.plugin;

import io.github.registrymaven.provider.LoginOnDemand;
import io.github.registrymaven.session.PushGoals;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Which of the images that a project names are pushed by our own {@code push}. */
final class OurPush {
    private static final String PLUGIN = "io.github.registrymaven:registry-maven-plugin";

    private final boolean all;
    private final List<PluginExecution> executions;

    private OurPush(boolean all, List<PluginExecution> executions) {
        this.all = all;
        this.executions = executions;
    }

    /** All, where it is the goal itself or was typed; otherwise those of the project's executions of it. */
    static OurPush in(MavenSession session, MojoExecution execution) {
        boolean all = "push".equals(execution.getGoal())
                || session.getGoals().stream().anyMatch(PushGoals::isOurs);
        MavenProject project = session.getCurrentProject();
        Plugin plugin = project == null ? null : project.getPlugin(PLUGIN);
        return new OurPush(
                all,
                plugin == null
                        ? List.of()
                        : plugin.getExecutions().stream()
                                .filter(each -> !"none".equals(each.getPhase())
                                        && each.getGoals().contains("push"))
                                .collect(Collectors.toList()));
    }

    /**
     * Whether it pushes an image, and would make a login for it that other tools do not. Of any other image the answer is the
     * same for all tools, and need be asked for once only.
     */
    boolean logsIn(String reference) {
        return LoginOnDemand.isGivenFor(reference)
                && (all || executions.stream().anyMatch(execution -> names(execution.getConfiguration(), reference)));
    }

    /** An execution without images of its own takes those of the property, as any other does. */
    private static boolean names(@Nullable Object configuration, String reference) {
        Xpp3Dom images = configuration instanceof Xpp3Dom ? ((Xpp3Dom) configuration).getChild("images") : null;
        if (images == null) {
            return true;
        }
        Stream<String> inOneLine = images.getValue() == null
                ? Stream.of()
                : Stream.of(images.getValue().split(",", -1));
        return Stream.concat(inOneLine, Stream.of(images.getChildren()).map(Xpp3Dom::getValue))
                .anyMatch(text -> text != null && text.strip().equals(reference));
    }
}
