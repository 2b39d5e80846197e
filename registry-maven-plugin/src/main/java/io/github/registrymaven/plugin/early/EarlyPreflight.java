package io.github.registrymaven.plugin.early;

import io.github.registrymaven.plugin.ConfiguredChecks;
import io.github.registrymaven.plugin.PossibleImages;
import io.github.registrymaven.session.ConfigurationProblem;
import io.github.registrymaven.session.EarlyClaim;
import io.github.registrymaven.session.SessionPreflight;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One preflight for all projects of a session. It runs beside the first modules' work; a goal that takes long or publishes
 * waits for what it comes to. Thread-safe.
 */
final class EarlyPreflight {
    private static final long SECONDS_IN_SILENCE = 2;

    private final Logger log = LoggerFactory.getLogger(EarlyPreflight.class);
    private final ReactorImages images;
    private final Background background;
    private final Future<Outcome> running;
    private final Telling telling;

    private EarlyPreflight(ReactorImages images, Background background, Future<Outcome> running, Telling telling) {
        this.images = images;
        this.background = background;
        this.running = running;
        this.telling = telling;
    }

    /** Starts it, unless there is nothing to ask or somebody else does it. */
    static void start(
            MavenSession session,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle,
            RepositorySystem repositories)
            throws ConfigurationProblem {
        if (EarlyClaim.holder(session) != null) {
            return;
        }
        ReactorImages images = ReactorImages.of(
                session,
                new PossibleImages(session, () -> lifecycle),
                new ConfiguredChecks(session, decrypter, lifecycle, repositories));
        Telling telling = new Telling(session, new SessionPreflight(session, decrypter), images);
        telling.remarks();
        if (images.isEmpty()) {
            return;
        }
        telling.mistyped();
        // Here, not in the background: both this and the gate below put themselves into the request.
        SessionPreflight preflight = new SessionPreflight(session, decrypter, repositories);
        Background background = new Background();
        Future<Outcome> running = background.start(() -> Outcome.of(images, preflight, background));
        EarlyPreflight early = new EarlyPreflight(images, background, running, telling);
        if (EarlyClaim.take(session, early)) {
            session.getRequest()
                    .setExecutionListener(new Gate(early, session.getRequest().getExecutionListener()));
        } else {
            background.end();
        }
    }

    /**
     * Called before each goal of the build.
     *
     * @throws LifecycleExecutionException if the build is to stop here
     */
    void before(MojoExecution goal, MavenProject project) throws LifecycleExecutionException {
        if (!running.isDone() && !Waiting.isDue(goal)) {
            return;
        }
        Outcome outcome = result(goal);
        if (outcome == null) {
            return;
        }
        telling.once(outcome);
        String why = telling.reasonToStop(outcome, goal, project);
        if (why != null) {
            throw new LifecycleExecutionException(why, project);
        }
    }

    /** Ends what runs, and leaves the report where the clean phase took it away. */
    void end() {
        if (running.isDone()) {
            Outcome outcome = result(null);
            if (outcome != null) {
                telling.once(outcome);
                telling.report(outcome);
            }
        }
        background.end();
    }

    /** Null where there is none, for a fault of ours: then the build goes on, as the push itself will tell. */
    private @Nullable Outcome result(@Nullable MojoExecution goal) {
        try {
            return await(goal);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException | TimeoutException fault) {
            telling.fault(fault);
        }
        return null;
    }

    private Outcome await(@Nullable MojoExecution goal)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return running.get(SECONDS_IN_SILENCE, TimeUnit.SECONDS);
        } catch (TimeoutException notYet) {
            if (goal != null) {
                log.info("registry: {} waits for what the registries say", Telling.name(goal));
            }
            return running.get(images.patience().toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
