package io.github.registrymaven.preflight;

import io.github.registrymaven.policy.lifecycle.InventoryImage;
import java.util.List;
import java.util.Set;

/** What lies in a repository, as its cloud lists it. */
public sealed interface StoredImages {
    /**
     * All of it.
     *
     * @param images with and without tags
     * @param openLists digests of manifest lists among them of which it was not told what they name
     */
    record Listed(List<InventoryImage> images, Set<String> openLists) implements StoredImages {
        public Listed {
            images = List.copyOf(images);
            openLists = Set.copyOf(openLists);
        }
    }

    /**
     * Nothing, or not all of it, which is no base for saying what a policy does.
     *
     * @param reason the end of a sentence that begins with the repository
     */
    record Unlisted(String reason) implements StoredImages {}
}
