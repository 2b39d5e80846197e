package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The dialects of the file in which {@code login} commands keep credentials. */
enum ConfigFormat {
    /** containers-auth.json(5): keys may be a repository or a prefix of it, and the longest wins; no credsStore. */
    CONTAINERS,
    /** Docker's config.json. */
    DOCKER,
    /** The file before config.json: the entries without anything around them. */
    DOCKER_LEGACY;

    boolean hasCredsStore() {
        return this == DOCKER;
    }

    boolean wrapsEntries() {
        return this != DOCKER_LEGACY;
    }

    /** The keys that mean this image's registry, the one to use first. */
    List<String> matching(Collection<String> keys, ImageReference image) {
        return keys.stream()
                .map(key -> this == CONTAINERS ? KeyMatch.ofContainers(key, image) : KeyMatch.ofDocker(key, image))
                .filter(match -> match.rank() != KeyMatch.NONE)
                .sorted(Comparator.comparingInt(KeyMatch::rank).thenComparing(match -> -match.pathLength()))
                .map(KeyMatch::key)
                .toList();
    }
}
