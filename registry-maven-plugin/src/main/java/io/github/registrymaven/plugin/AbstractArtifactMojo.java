package io.github.registrymaven.plugin;

import java.io.File;
import java.util.List;
import java.util.Map;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What a goal that can build an image of the project's own artifact takes. The same sources come to the same digest: the
 * base image is named by its digest, and the image is as old as {@code project.build.outputTimestamp} says, or from 1970.
 */
abstract class AbstractArtifactMojo extends AbstractPreflightMojo {
    /**
     * The image that the project's own artifact is put upon, by its digest:
     * {@code eclipse-temurin:17-jre@sha256:…}. {@code scratch} for none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.baseImage")
    private @Nullable String baseImage;

    /**
     * The id of the {@code <server>} in settings.xml with the login for the base image. Otherwise its registry's
     * {@code host:port} and then its host are tried as an id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.baseImageServerId")
    @Nullable
    String baseImageServerId;

    /**
     * What of the project goes into the image: {@code classes}, in layers apart from its dependencies, or {@code jar}, for a
     * jar that brings its dependencies itself.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.artifactLayers", defaultValue = "classes")
    private String artifactLayers = "classes";

    /**
     * The class to run. Without it, the only one with a {@code main} method.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.mainClass")
    private @Nullable String mainClass;

    /**
     * Options for {@code java}, before the class.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.jvmFlags")
    private @Nullable List<String> jvmFlags;

    /**
     * What the image runs, instead of {@code java} with the options and the class.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.entrypoint")
    private @Nullable List<String> entrypoint;

    /**
     * What the entry point is called with, unless somebody who runs the image says otherwise.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.arguments")
    private @Nullable List<String> arguments;

    /**
     * Ports that the application listens on: {@code 8080}, {@code 53/udp}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.ports")
    private @Nullable List<String> ports;

    /**
     * Labels of the image.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> labels;

    /**
     * Environment variables of the image. Whoever may pull it can read them: no place for a secret.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable Map<String, String> environment;

    /**
     * Who the image runs as: a name or number, with or without a group, {@code 1000:1000}. Without it, as the base image
     * says.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.user")
    private @Nullable String user;

    /**
     * The folder that the image runs in. Without it, as the base image says.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.workingDirectory")
    private @Nullable String workingDirectory;

    /**
     * What the image is for, as {@code linux/amd64}. Several make an index, and need a base image that is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.platforms")
    private @Nullable List<String> platforms;

    /**
     * The folder in which the layers of base images and of dependencies are kept from one build to the next. Without it,
     * {@code jib} beside the layout, which {@code mvn clean} removes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "registry.layerCache")
    @Nullable
    File layerCache;

    AbstractArtifactMojo(
            MavenSession session,
            MojoExecution execution,
            Provider<SettingsDecrypter> decrypter,
            Provider<LifecycleExecutor> lifecycle,
            Provider<RepositorySystem> repositories) {
        super(session, execution, decrypter, lifecycle, repositories);
    }

    ArtifactParameters artifact() {
        ArtifactParameters given = new ArtifactParameters();
        given.baseImage = baseImage;
        given.artifactLayers = artifactLayers;
        given.mainClass = mainClass;
        given.jvmFlags = jvmFlags;
        given.entrypoint = entrypoint;
        given.arguments = arguments;
        given.ports = ports;
        given.labels = labels;
        given.environment = environment;
        given.user = user;
        given.workingDirectory = workingDirectory;
        given.platforms = platforms;
        return given;
    }
}
