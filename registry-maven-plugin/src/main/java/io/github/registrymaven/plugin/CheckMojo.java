package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves, before the push, that the registry will take the images of this build: the names, the network, the login, the
 * repository, the permission and the tag. Writes nothing to the registry.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractPreflightMojo {
    /**
     * What fails the build: {@code fail}, a push that would fail; {@code unknown}, also what could not be found out;
     * {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.failOn", defaultValue = "fail")
    private String failOn = "fail";

    @Inject
    CheckMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    FailOn limit() throws ConfigurationProblem {
        return FailOn.of(failOn);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new PreflightRun(this).run(CheckTelling.ofCheck(this, limit()));
    }
}
