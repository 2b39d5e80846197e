package io.github.registrymaven.plugin.early;

import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.EarlyClaim;
import io.github.registrymaven.session.PushForecast;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Maven calls a plugin that is declared with {@code <extensions>true</extensions>}. Most builds push nothing: for them
 * it reads the model and goes, and no class of the engine is loaded. It keeps nothing, as a JVM may serve many builds.
 */
@Named("registry-early")
@Singleton
public final class EarlyParticipant extends AbstractMavenLifecycleParticipant {
    private final Logger log = LoggerFactory.getLogger(EarlyParticipant.class);
    private final SettingsDecrypter decrypter;
    private final RepositorySystem repositories;
    private final LifecycleExecutor lifecycle;

    @Inject
    EarlyParticipant(SettingsDecrypter decrypter, LifecycleExecutor lifecycle, RepositorySystem repositories) {
        this.decrypter = decrypter;
        this.repositories = repositories;
        this.lifecycle = lifecycle;
    }

    @Override
    public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
        try {
            if (!Boolean.parseBoolean(session.getUserProperties().getProperty("registry.skip"))
                    && PushForecast.willPush(session)) {
                EarlyPreflight.start(session, decrypter, lifecycle, repositories);
            }
        } catch (ConfigurationProblem problem) {
            throw new MavenExecutionException(problem.getMessage(), problem);
        } catch (UnsupportedClassVersionError older) {
            // This class is of Java 11, as Maven would see it no other way; the engine is not.
            log.warn(
                    "registry: no early preflight: it takes Java 17 or newer, and Maven runs on Java {}",
                    System.getProperty("java.version"));
            log.debug("the class", older);
        } catch (RuntimeException | LinkageError ours) {
            // What is wrong with us is no reason why somebody's build should not go on.
            log.warn("registry: no early preflight, for a fault of its own: {}", ours.toString());
            log.debug("the fault", ours);
        }
    }

    @Override
    public void afterSessionEnd(MavenSession session) {
        try {
            Object holder = EarlyClaim.holder(session);
            if (holder instanceof EarlyPreflight) {
                ((EarlyPreflight) holder).end();
            }
        } catch (RuntimeException | LinkageError ours) {
            log.debug("the early preflight did not end as it should", ours);
        }
    }
}
