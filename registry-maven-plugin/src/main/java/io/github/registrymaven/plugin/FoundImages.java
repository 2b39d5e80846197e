package io.github.registrymaven.plugin;

import io.github.registrymaven.discovery.Discovery;
import io.github.registrymaven.discovery.ImageDiscovery;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.PushForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The images that the plugins of the current project push. */
final class FoundImages {
    private final MavenSession session;
    private final MojoExecution execution;
    private final LifecycleExecutor lifecycle;

    FoundImages(MavenSession session, MojoExecution execution, LifecycleExecutor lifecycle) {
        this.session = session;
        this.execution = execution;
        this.lifecycle = lifecycle;
    }

    /** Those named, and those found. */
    List<RequestedImage> beside(List<RequestedImage> named, Consumer<String> remarks) {
        MavenProject project = session.getCurrentProject();
        if (project == null || project.getFile() == null) {
            return named;
        }
        Discovery discovery = discovery().of(project);
        discovery.remarks().forEach(remarks);
        List<RequestedImage> images = new ArrayList<>(named);
        images.addAll(discovery.images());
        return images;
    }

    /** Whoever types a goal of ours and pushes nothing wants to know what a push would come to. */
    private ImageDiscovery discovery() {
        ImageDiscovery discovery = new ImageDiscovery(session, lifecycle);
        boolean onlyAsks = execution.getSource() == MojoExecution.Source.CLI && !PushForecast.willPush(session);
        return onlyAsks ? discovery.assuming("deploy") : discovery;
    }
}
