package io.github.registrymaven.enforcer;

import io.github.registrymaven.discovery.Discovery;
import io.github.registrymaven.discovery.ImageDiscovery;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.PushForecast;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The images that a rule is about: those named, or where no parameter is given those that the module's own plugins will push. */
@Named
final class BuildImages {
    private final MavenSession session;
    private final MavenProject project;
    private final LifecycleExecutor lifecycle;

    @Inject
    BuildImages(MavenSession session, MavenProject project, LifecycleExecutor lifecycle) {
        this.session = session;
        this.project = project;
        this.lifecycle = lifecycle;
    }

    /**
     * References as written. In a build that pushes nothing none is found.
     *
     * @param named null where the rule names none; an empty element in it is a module without an image
     * @param remarks takes what could not be known, one sentence each
     */
    List<String> of(@Nullable List<String> named, Consumer<String> remarks) {
        if (named != null) {
            return Given.texts(named);
        }
        if (!PushForecast.willPush(session)) {
            return List.of();
        }
        Discovery found = new ImageDiscovery(session, lifecycle).of(project);
        found.remarks().forEach(remarks);
        return found.images().stream()
                .map(RequestedImage::reference)
                .distinct()
                .collect(Collectors.toList());
    }
}
