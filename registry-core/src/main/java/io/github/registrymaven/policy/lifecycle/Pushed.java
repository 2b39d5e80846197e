package io.github.registrymaven.policy.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each push of a build brings.
 *
 * @param packageName the image's name within its repository (Artifact Registry) or registry (ACR); null where it is not known
 * @param tags the tags of one push; empty for an image whose tag has moved on
 * @param manifests how many images a registry counts for one push: one, or for a multi-arch build one for each platform and
 *     each attestation and one for the list
 */
public record Pushed(@Nullable String packageName, List<String> tags, int manifests) {
    public Pushed {
        tags = List.copyOf(tags);
        if (manifests < 1) {
            throw new IllegalArgumentException("a push brings at least one image, not " + manifests);
        }
    }

    /** The same, when another push has taken its tags. */
    public Pushed untagged() {
        return new Pushed(packageName, List.of(), manifests);
    }
}
