package io.github.registrymaven.session;

import io.github.registrymaven.discovery.Discovery;
import io.github.registrymaven.discovery.ImageDiscovery;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.project.MavenProject;

/** The images that a module's own plugins push, found once for all rules. */
public final class SessionImages {
    private final ImageDiscovery discovery;
    private final ConcurrentMap<String, Discovery> known;

    public SessionImages(MavenSession session, Supplier<LifecycleExecutor> lifecycle) {
        this.discovery = new ImageDiscovery(session, lifecycle);
        this.known = SessionMap.of(session.getRepositorySession().getData(), Discovery.class);
    }

    /** What this build pushes. */
    public Discovery pushedBy(MavenProject module) {
        return known.computeIfAbsent(module.getId(), id -> discovery.of(module));
    }

    /** What a build of the module would push that goes as far as {@code deploy}. */
    public Discovery wouldBePushedBy(MavenProject module) {
        return known.computeIfAbsent(
                module.getId() + " deploy", id -> discovery.assuming("deploy").of(module));
    }
}
