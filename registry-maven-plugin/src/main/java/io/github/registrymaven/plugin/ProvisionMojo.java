package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
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

/**
 * Shows what the repositories of this build's images lack (the repository itself, tags that stay, a scan of every push, a lifecycle
 * policy) and does it only if it is told to. What somebody has set stays: nothing is loosened, replaced or switched off.
 */
@Mojo(name = "provision", requiresProject = false, threadSafe = true)
public final class ProvisionMojo extends AbstractImagesMojo {
    /**
     * Whether the plan is done, and not only shown.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.apply", defaultValue = "false")
    private boolean apply;

    @Inject
    ProvisionMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new ProvisionRun(this, apply).run();
    }
}
