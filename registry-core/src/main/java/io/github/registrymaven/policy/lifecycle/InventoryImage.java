package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image of a repository, as far as lifecycle policies look at it.
 *
 * @param packageName the image's name within its repository or registry; null where the inventory does not say
 * @param pushedAt when it was pushed; on ACR when it was last updated
 * @param pulledAt when it was last pulled; null for never
 * @param archived whether it is in archive storage
 * @param archivedAt when it went there
 * @param activatedAt when it last came back from there
 * @param locked whether ACR was told not to let it be deleted or overwritten
 * @param manifests the digests that it lists, where it is a manifest list
 */
public record InventoryImage(
        String digest,
        @Nullable String packageName,
        List<String> tags,
        Instant pushedAt,
        @Nullable Instant pulledAt,
        boolean archived,
        @Nullable Instant archivedAt,
        @Nullable Instant activatedAt,
        boolean locked,
        List<String> manifests) {
    public InventoryImage {
        tags = List.copyOf(tags);
        manifests = List.copyOf(manifests);
    }

    /** The same digest may be in several packages, where it is another image each time. */
    String key() {
        return packageName + "@" + digest;
    }
}
