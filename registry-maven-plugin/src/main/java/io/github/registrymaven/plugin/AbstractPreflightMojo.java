package io.github.registrymaven.plugin;

import java.io.File;
import java.util.List;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that run a preflight have in common beside the images: how it is made, and what is written of it. */
abstract class AbstractPreflightMojo extends AbstractImagesMojo {
    /**
     * How push permission is proven: {@code upload} opens an upload session and cancels it at once; {@code token}
     * believes what the token says and opens none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.probe", defaultValue = "upload")
    String probe = "upload";

    /**
     * The formats of the reports: any of {@code json}, {@code sarif}, {@code junit} and {@code html}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.formats", defaultValue = "json")
    @Nullable
    List<String> formats;

    /**
     * The image at hand: a docker-archive, as {@code docker save} writes it, or an OCI layout, a folder or a tar. What {@code
     * push} pushes, as it is; without it, an image of the project's own artifact. {@code check} says where the registry has
     * that very image under the tag already, so that there is nothing to push.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.source")
    @Nullable
    File source;

    AbstractPreflightMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    @Override
    final String probe() {
        return probe;
    }

    @Override
    @Nullable
    final List<String> formats() {
        return formats;
    }
}
