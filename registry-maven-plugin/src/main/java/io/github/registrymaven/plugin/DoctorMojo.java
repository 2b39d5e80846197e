package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows what of this machine decides whether its pushes work, and every rung of the preflight for every image, passed ones
 * too; at the end, what to do first. Looks, and fails no build. Without an image it shows the machine alone.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractPreflightMojo {
    @Inject
    DoctorMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new DoctorRun(this).run();
    }
}
