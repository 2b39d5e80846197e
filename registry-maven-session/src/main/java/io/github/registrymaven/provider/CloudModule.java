package io.github.registrymaven.provider;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of our modules knows which cloud. A cloud comes in when an image first names it. */
final class CloudModule {
    private static final List<CloudModule> ALL = List.of(
            new CloudModule("registry-aws", Set.of(RegistryKind.ECR, RegistryKind.ECR_PUBLIC)),
            new CloudModule("registry-google", Set.of(RegistryKind.ARTIFACT_REGISTRY, RegistryKind.GCR)));

    private final String artifactId;
    private final Set<RegistryKind> kinds;

    private CloudModule(String artifactId, Set<RegistryKind> kinds) {
        this.artifactId = artifactId;
        this.kinds = Set.copyOf(kinds);
    }

    /** One of something for each cloud that there is a module for. */
    static <T> List<T> each(Function<CloudModule, T> made) {
        return ALL.stream().map(made).collect(Collectors.toList());
    }

    String artifactId() {
        return artifactId;
    }

    boolean knows(ImageReference image) {
        return kinds.contains(image.kind());
    }
}
