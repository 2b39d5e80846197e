package io.github.registrymaven.azure;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the registry shows it to a login.
 *
 * @param granted the actions in the registry's token; null where it gave none, or one that does not say
 * @param locked whether the whole repository is locked; null where that was not shown
 * @param lockedTags whether a tag is locked, by its name; a tag that was not shown, or does not exist, is absent
 * @param lockedManifests the digests of locked manifests that those tags name, by tag
 */
record RepositorySeen(
        @Nullable Set<String> granted,
        @Nullable Boolean locked,
        Map<String, Boolean> lockedTags,
        Map<String, String> lockedManifests) {
    static final RepositorySeen NOTHING = new RepositorySeen(null, null, Map.of(), Map.of());

    RepositorySeen {
        granted = granted == null ? null : Set.copyOf(granted);
        lockedTags = Map.copyOf(lockedTags);
        lockedManifests = Map.copyOf(lockedManifests);
    }

    /** Whether the token grants a push; null where it does not say. */
    @Nullable
    Boolean grantsPush() {
        return granted == null ? null : granted.contains("push") && granted.contains("pull");
    }
}
