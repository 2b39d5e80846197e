package io.github.registrymaven.plugin;

import io.github.registrymaven.discovery.Discovery;
import io.github.registrymaven.discovery.ImageDiscovery;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.PushForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The images that the plugins of this build push: those of the project that the goal is run for. */
final class FoundImages {
    private final MavenSession session;
    private final MojoExecution execution;
    private final Supplier<LifecycleExecutor> lifecycle;

    FoundImages(MavenSession session, MojoExecution execution, Supplier<LifecycleExecutor> lifecycle) {
        this.session = session;
        this.execution = execution;
        this.lifecycle = lifecycle;
    }

    /** Those named, and those found. */
    List<RequestedImage> beside(List<RequestedImage> named, Consumer<String> remarks) {
        List<RequestedImage> images = new ArrayList<>(named);
        ImageDiscovery discovery = discovery();
        for (MavenProject project : projects(session, execution)) {
            Discovery found = discovery.of(project);
            found.remarks().forEach(remarks);
            images.addAll(found.images());
        }
        return images;
    }

    /** Those that a goal is run for. */
    static List<MavenProject> projects(MavenSession session, MojoExecution execution) {
        MavenProject current = session.getCurrentProject();
        if (current == null || current.getFile() == null) {
            return List.of();
        }
        return TypedGoal.is(execution) ? session.getProjects() : List.of(current);
    }

    /** Whoever types a goal of ours and pushes nothing wants to know what a push would come to. */
    private ImageDiscovery discovery() {
        ImageDiscovery discovery = new ImageDiscovery(session, lifecycle);
        return TypedGoal.is(execution) && !PushForecast.willPush(session)
                ? discovery.assuming("deploy")
                : discovery.asOf(execution);
    }
}
