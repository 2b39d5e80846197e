package io.github.registrymaven.plugin;

import io.github.registrymaven.discovery.ImageDiscovery;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.project.MavenProject;

/** Which projects of a session may have an image, by what is known of them now; where none, no check need be configured to know that. */
public final class PossibleImages {
    private final MavenSession session;
    private final ImageDiscovery discovery;

    public PossibleImages(MavenSession session, Supplier<LifecycleExecutor> lifecycle) {
        this.session = session;
        this.discovery = new ImageDiscovery(session, lifecycle);
    }

    /** Whether a check of the project may come to any image, or to the file of one. */
    public boolean mayBeIn(MavenProject project) {
        return discovery.mayFind(project)
                || Stream.of("images", "imagesFile", "source")
                        .anyMatch(name -> GivenParameter.mayBeGiven(name, "registry." + name, session, project));
    }
}
