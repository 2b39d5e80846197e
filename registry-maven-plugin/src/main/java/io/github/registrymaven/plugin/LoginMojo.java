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
 * Logs in to the registries of this build, for docker-style tools that run later in it: a cloud's registry with a new login of that
 * cloud, any other with what settings.xml, docker's config and its helpers hold. The logins are in a docker config that only its
 * owner can read and that is removed when the build ends; its folder is in the property {@code registry.dockerConfig}, for {@code
 * DOCKER_CONFIG}.
 */
@Mojo(name = "login", requiresProject = false, threadSafe = true)
public final class LoginMojo extends AbstractImagesMojo {
    @Inject
    LoginMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new LoginRun(this).run();
    }
}
