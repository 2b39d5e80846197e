package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryAddress;
import java.util.ArrayList;
import java.util.List;

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
     * One push of images that are all in one repository.
     *
     * @param manifests how many images a registry counts for one push
     */
    public static Pushed of(List<ImageReference> images, int manifests) {
        List<String> tags = new ArrayList<>();
        for (ImageReference image : images) {
            String tag = image.tag();
            if (tag != null && !tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return new Pushed(packageName(images.get(0)), tags, manifests);
    }

    private static String packageName(ImageReference image) {
        RegistryAddress address = RegistryAddress.of(image);
        if (address instanceof RegistryAddress.ArtifactRegistry google) {
            return google.image();
        }
        return address instanceof RegistryAddress.Gcr gcr ? gcr.image() : image.repository();
    }
}
