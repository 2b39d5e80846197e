package io.github.registrymaven.policy.lifecycle;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each push of a build brings.
 *
 * @param packageName the image's name within its repository (Artifact Registry) or registry (ACR); null where it is not known
 * @param tags the tags of one push; empty for an image whose tag has moved on
 * @param moved tags that were the image's too, and that a newer one has by now
 * @param manifests how many images a registry counts for one push: one, or for a multi-arch build one for each platform and
 *     each attestation and one for the list
 */
public record Pushed(@Nullable String packageName, List<String> tags, List<String> moved, int manifests) {
    public Pushed {
        tags = List.copyOf(tags);
        moved = List.copyOf(moved);
        if (manifests < 1) {
            throw new IllegalArgumentException("a push brings at least one image, not " + manifests);
        }
    }

    /** As it is when it is pushed. */
    public Pushed(@Nullable String packageName, List<String> tags, int manifests) {
        this(packageName, tags, List.of(), manifests);
    }

    /** Tags of it for people; with the package where they would not say which image is meant. */
    public String shown(List<String> some, boolean withPackage) {
        String name = packageName;
        return some.stream()
                .map(tag -> withPackage && name != null ? name + ":" + tag : tag)
                .collect(Collectors.joining(", "));
    }

    /** The same, when another push has taken its tags. */
    public Pushed untagged() {
        return without(tags);
    }

    /** The same, when another push has taken these of its tags. */
    public Pushed without(List<String> taken) {
        return new Pushed(
                packageName, tags.stream().filter(tag -> !taken.contains(tag)).toList(), taken, manifests);
    }
}
