package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Says what the text of a failed push means: a message, a log, a folder of logs, whichever tool wrote it. Tells the cause, what
 * gives it away and what mends it; with {@code registry.image} it also asks the registry which of several causes it is. Needs
 * no project, and fails no build.
 */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends AbstractPreflightMojo {
    /**
     * The text of an error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.message")
    @Nullable
    String message;

    /**
     * A log, or a folder of logs; {@code -} for what is piped in. Logs may be packed with gzip.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.log")
    @Nullable
    File logFile;

    /**
     * A cause to read about, such as {@code tag-immutable}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.cause")
    @Nullable
    String cause;

    /**
     * The image that was to be pushed. Its registry is asked, as {@code check} does it, which of the causes that the text is
     * written for it is.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.image")
    @Nullable
    String image;

    @Inject
    ExplainMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new ExplainRun(this).run();
    }
}
