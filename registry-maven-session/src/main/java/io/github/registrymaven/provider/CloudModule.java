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
            new CloudModule(
                    "registry-aws",
                    Set.of(RegistryKind.ECR, RegistryKind.ECR_PUBLIC),
                    Set.of(RegistryKind.ECR),
                    Set.of(RegistryKind.ECR)),
            new CloudModule(
                    "registry-google",
                    Set.of(RegistryKind.ARTIFACT_REGISTRY, RegistryKind.GCR),
                    Set.of(RegistryKind.ARTIFACT_REGISTRY, RegistryKind.GCR),
                    Set.of(RegistryKind.ARTIFACT_REGISTRY, RegistryKind.GCR)),
            new CloudModule("registry-azure", Set.of(RegistryKind.ACR), Set.of(RegistryKind.ACR), Set.of()));

    private final String artifactId;
    private final Set<RegistryKind> kinds;
    private final Set<RegistryKind> keys;
    private final Set<RegistryKind> provisioned;

    /**
     * @param kinds of which the cloud can be asked
     * @param keys of which it can be asked for a login
     * @param provisioned on which it sets repositories up
     */
    private CloudModule(
            String artifactId, Set<RegistryKind> kinds, Set<RegistryKind> keys, Set<RegistryKind> provisioned) {
        this.artifactId = artifactId;
        this.kinds = Set.copyOf(kinds);
        this.keys = Set.copyOf(keys);
        this.provisioned = Set.copyOf(provisioned);
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

    /** Whether it makes logins for the image's registry. */
    boolean hasKeysOf(ImageReference image) {
        return keys.contains(image.kind());
    }

    /** Whether it sets up repositories on the image's registry. */
    boolean setsUp(ImageReference image) {
        return provisioned.contains(image.kind());
    }
}
