package io.github.registrymaven.plugin;

import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a lifecycle policy will do to the images of a repository: which rule takes which tag, and when. Asks nobody: the
 * images and the policy are in a file.
 */
@Mojo(name = "simulate-lifecycle", requiresProject = false, threadSafe = true)
public final class SimulateLifecycleMojo extends AbstractMojo {
    /**
     * A JSON file with the provider ({@code ecr}, {@code artifact-registry} or {@code acr}), its policy, the time and the
     * images: {@code {"provider": "ecr", "now": "2026-01-31T00:00:00Z", "policy": {...}, "images": [{"digest": "sha256:...",
     * "tags": ["1.0"], "pushedAt": "2026-01-01T00:00:00Z"}]}}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.inventory")
    @Nullable
    File inventory;

    /**
     * The folder that {@code lifecycle.json} is written to. Without it, {@code registry} in the build directory, {@code
     * target}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.reportDirectory")
    @Nullable
    File reportDirectory;

    /**
     * Whether nothing is done.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.skip", defaultValue = "false")
    boolean skip;

    private final MavenSession session;

    @Inject
    SimulateLifecycleMojo(MavenSession session) {
        this.session = session;
    }

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("registry.skip is set: nothing is done");
            return;
        }
        try {
            new LifecycleRun(session, getLog()).run(inventory, reportDirectory);
        } catch (ConfigurationProblem problem) {
            throw new MojoExecutionException(problem.getMessage(), problem.getCause());
        }
    }
}
