package io.github.registrymaven.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a POM or a command line says of an image of the project's own artifact, as it says it. */
final class ArtifactParameters {
    @Nullable
    String baseImage;

    String artifactLayers = "classes";

    @Nullable
    String mainClass;

    @Nullable
    List<String> jvmFlags;

    @Nullable
    List<String> entrypoint;

    @Nullable
    List<String> arguments;

    @Nullable
    List<String> ports;

    @Nullable
    Map<String, String> labels;

    @Nullable
    Map<String, String> environment;

    @Nullable
    String user;

    @Nullable
    String workingDirectory;

    @Nullable
    List<String> platforms;
}
