package io.github.registrymaven.plugin.early;

import io.github.registrymaven.plugin.OwnPlugin;
import io.github.registrymaven.plugin.PossibleImages;
import io.github.registrymaven.session.SessionMap;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectExecutionEvent;
import org.apache.maven.execution.ProjectExecutionListener;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the checks that a module inherits and has no image for out of what is run in it: Maven takes longer to make the goal than
 * the goal to find that out. Only the plan of the module changes; its model, which others read, stays as it is.
 *
 * <p>A check stays where an image is possible, and where one may yet be named by a goal before it. The first of those that are
 * configured alike stays as well: without an image, all that they have to say is what is wrong with parameters and options.
 */
@Named("registry-idle-checks")
@Singleton
public final class IdleChecks implements ProjectExecutionListener {
    private final Logger log = LoggerFactory.getLogger(IdleChecks.class);
    private final Provider<LifecycleExecutor> lifecycle;

    @Inject
    IdleChecks(Provider<LifecycleExecutor> lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Called when the modules before have been built: what was set meanwhile is known. */
    @Override
    public void beforeProjectLifecycleExecution(ProjectExecutionEvent event) {
        try {
            takeOut(event.getExecutionPlan(), event.getProject(), event.getSession());
        } catch (RuntimeException | LinkageError ours) {
            // A plan that is not to be changed among them. Then checks run that find nothing, as without us.
            log.debug("registry: checks without an image stay in the plan", ours);
        }
    }

    private void takeOut(List<MojoExecution> plan, MavenProject project, MavenSession session) {
        Iterator<MojoExecution> executions = plan.iterator();
        while (executions.hasNext()) {
            MojoExecution execution = executions.next();
            if (!isBoundCheck(execution)) {
                if (!PlainGoals.is(execution)) {
                    return;
                }
            } else if (!isFirstOfItsKind(execution, project, session)) {
                if (new PossibleImages(session, lifecycle::get).mayBeIn(project)) {
                    return;
                }
                executions.remove();
                log.debug("registry: no image is named or pushed in {}: no check", project.getArtifactId());
            }
        }
    }

    /** One that is typed is meant. */
    private static boolean isBoundCheck(MojoExecution execution) {
        return OwnPlugin.KEY.equals(execution.getGroupId() + ":" + execution.getArtifactId())
                && execution.getGoal().equals("check")
                && execution.getSource() == MojoExecution.Source.LIFECYCLE;
    }

    private static boolean isFirstOfItsKind(MojoExecution check, MavenProject project, MavenSession session) {
        ConcurrentMap<Object, Boolean> known =
                SessionMap.of(session.getRepositorySession().getData(), IdleChecks.class);
        return known.putIfAbsent(Arrays.asList(check.getConfiguration(), ours(project.getProperties())), true) == null;
    }

    /** The properties of a project that may be meant for us. */
    private static Map<String, String> ours(Properties properties) {
        Map<String, String> ours = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("registry.")) {
                ours.put(name, properties.getProperty(name));
            }
        }
        return ours;
    }

    @Override
    public void beforeProjectExecution(ProjectExecutionEvent event) {}

    @Override
    public void afterProjectExecutionSuccess(ProjectExecutionEvent event) {}

    @Override
    public void afterProjectExecutionFailure(ProjectExecutionEvent event) {}
}
