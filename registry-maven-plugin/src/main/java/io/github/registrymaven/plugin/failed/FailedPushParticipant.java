package io.github.registrymaven.plugin.failed;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a push by another plugin failed, and says what it means between Maven's summary and Maven's own error, which stay
 * as they are. A build without such a failure needs no class of the engine. It keeps nothing, as a JVM may serve many builds.
 */
@Named("registry-failed-push")
@Singleton
public final class FailedPushParticipant extends AbstractMavenLifecycleParticipant {
    private final Logger log = LoggerFactory.getLogger(FailedPushParticipant.class);
    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;
    private final LifecycleExecutor lifecycle;

    @Inject
    FailedPushParticipant(SettingsDecrypter decrypter, LifecycleExecutor lifecycle, RepositorySystem repositories) {
        this.decrypter = decrypter;
        this.repositories = repositories;
        this.lifecycle = lifecycle;
    }

    @Override
    public void afterProjectsRead(MavenSession session) {
        try {
            if (!Boolean.parseBoolean(session.getUserProperties().getProperty("registry.skip"))) {
                FailedGoals.listenTo(session);
            }
        } catch (RuntimeException | LinkageError ours) {
            log.debug("registry: no failure of this build will be explained, for a fault of its own", ours);
        }
    }

    @Override
    public void afterSessionEnd(MavenSession session) {
        try {
            FailedGoals failed = FailedGoals.of(session);
            if (failed != null && !failed.end().isEmpty()) {
                new Diagnosis(session, decrypter, lifecycle, repositories)
                        .of(failed.end())
                        .forEach(log::error);
            }
        } catch (RuntimeException | LinkageError ours) {
            // The build has failed for a reason of its own, and that reason is what its user is to read.
            log.debug("registry: the failure is not explained, for a fault of its own", ours);
        }
    }
}
