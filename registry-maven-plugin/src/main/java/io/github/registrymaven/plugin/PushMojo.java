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
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Pushes an image, after a preflight: a docker-archive or an OCI layout as it is, or an image of the project's own artifact.
 * What the registry has is not sent again. Afterwards {@code registry.pushed.digest} holds the digest and {@code
 * registry.pushed.image} the first image's name by that digest, for the goals that follow in the project.
 */
@Mojo(
        name = "push",
        defaultPhase = LifecyclePhase.DEPLOY,
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.RUNTIME_PLUS_SYSTEM,
        threadSafe = true)
public final class PushMojo extends AbstractArtifactMojo {
    /**
     * What stops the push: {@code fail}, a push that would fail; {@code unknown}, also what could not be found out;
     * {@code never}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.failOn", defaultValue = "fail")
    private String failOn = "fail";

    @Inject
    PushMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new PushRun(this, FailOn.of(failOn)).run();
    }
}
