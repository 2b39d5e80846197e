package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows every rung of the preflight for every image, passed ones too, with what was seen. Looks, and fails no build.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractPreflightMojo {
    @Inject
    DoctorMojo(
            MavenSession session,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            LifecycleExecutor lifecycle,
            RepositorySystem repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new PreflightRun(this).run(new DoctorTelling(getLog()));
    }
}
