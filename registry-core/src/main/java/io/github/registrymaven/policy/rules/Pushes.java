package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What images that a build pushes are to the policies of their repositories. */
public final class Pushes {
    private Pushes() {}

    /** Whether this is the live state of the image's repository. */
    public static boolean isIn(ImageReference image, RepositoryState state) {
        String name = state.repository();
        if (name == null || image.kind() != state.kind()) {
            return false;
        }
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.ArtifactRegistry google) {
            return name.equals(google.repository()) && isOf(google.project(), state);
        }
        if (address instanceof RegistryAddress.Gcr gcr) {
            return name.equals(gcr.repository()) && isOf(gcr.project(), state);
        }
        return image.repository().equals(name);
    }

    /** {@code projects/…/locations/…/repositories/…}. */
    private static boolean isOf(String project, RepositoryState state) {
        return !state.subject().startsWith("projects/") || state.subject().startsWith("projects/" + project + "/");
    }

    /**
     * One push of images that one state governs: a repository of Artifact Registry and a registry of ACR hold many packages, each
     * with tags of its own.
     *
     * @param manifests how many images a registry counts for one push
     */
    public static List<Pushed> of(List<ImageReference> images, int manifests) {
        Map<String, Set<String>> tags = new LinkedHashMap<>();
        for (ImageReference image : images) {
            Set<String> its = tags.computeIfAbsent(packageName(image), name -> new LinkedHashSet<>());
            String tag = image.tag();
            if (tag != null) {
                its.add(tag);
            }
        }
        List<Pushed> pushes = new ArrayList<>();
        tags.forEach((name, its) -> pushes.add(new Pushed(name, List.copyOf(its), manifests)));
        return pushes;
    }

    private static String packageName(ImageReference image) {
        RegistryKind kind = image.kind();
        if (kind != RegistryKind.ARTIFACT_REGISTRY && kind != RegistryKind.GCR) {
            return image.repository();
        }
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.ArtifactRegistry google) {
            return google.image();
        }
        return address instanceof RegistryAddress.Gcr gcr ? gcr.image() : image.repository();
    }
}
