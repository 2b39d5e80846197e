package io.github.registrymaven.testkit;

import java.time.Instant;
import java.util.List;

/**
 * An image, or an index of images, that a registry holds.
 *
 * @param manifest as it was pushed
 * @param tags that point to it now, in their order
 */
public record StoredImage(String digest, String mediaType, String manifest, List<String> tags, Instant pushedAt) {
    public StoredImage {
        tags = List.copyOf(tags);
    }
}
