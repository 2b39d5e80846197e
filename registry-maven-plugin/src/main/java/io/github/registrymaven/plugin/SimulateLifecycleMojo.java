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
 * Shows what a lifecycle policy will do to the images of a repository: which rule takes which tag, and when. Images and policy are in
 * a file, or are those of the live repositories that the build pushes to, which are only read.
 */
@Mojo(name = "simulate-lifecycle", requiresProject = false, threadSafe = true)
public final class SimulateLifecycleMojo extends AbstractImagesMojo {
    /**
     * A JSON file with the provider ({@code ecr}, {@code artifact-registry} or {@code acr}), its policy, the time and the
     * images: {@code {"provider": "ecr", "now": "2026-01-31T00:00:00Z", "policy": {...}, "images": [{"digest": "sha256:...",
     * "tags": ["1.0"], "pushedAt": "2026-01-01T00:00:00Z"}]}}. Where it is given nobody is asked.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.inventory")
    @Nullable
    File inventory;

    @Inject
    SimulateLifecycleMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    void run() throws ConfigurationProblem, InterruptedException, MojoFailureException {
        new LifecycleRun(this).run(inventory);
    }
}
