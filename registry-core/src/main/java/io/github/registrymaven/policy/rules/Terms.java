package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.Wildcard;
import io.github.registrymaven.policy.lifecycle.Pushed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, beside the level.
 *
 * @param pushed what the build pushes, each package by itself; empty where no image is named
 * @param movingTags patterns of tags that may move on purpose
 * @param minRetention how long a tag must stay; null for what the level asks
 * @param minVersions through how many more pushes a tag must stay; null for what the level asks
 * @param pushesPerDay how often is pushed; null where that is not known
 * @param allowedKeys the customer's keys that may be used; empty for any
 */
public record Terms(
        PolicyLevel level,
        List<Pushed> pushed,
        List<String> movingTags,
        @Nullable Duration minRetention,
        @Nullable Integer minVersions,
        @Nullable Double pushesPerDay,
        List<String> allowedKeys) {
    public Terms {
        pushed = List.copyOf(pushed);
        movingTags = List.copyOf(movingTags);
        allowedKeys = List.copyOf(allowedKeys);
    }

    /** What a level asks by itself. */
    public static Terms of(PolicyLevel level) {
        return new Terms(level, List.of(), List.of(), null, null, null, List.of());
    }

    /** The same, of what a build pushes. */
    public Terms pushing(List<Pushed> images) {
        return new Terms(level, images, movingTags, minRetention, minVersions, pushesPerDay, allowedKeys);
    }

    /** What is pushed with a tag. */
    List<Pushed> tagged() {
        return pushed.stream().filter(each -> !each.tags().isEmpty()).toList();
    }

    /** Those of the tags that the next push takes along: as they are given, or as their names say. */
    List<String> moving(List<String> tags) {
        return tags.stream()
                .filter(tag -> Wildcard.matchesAny(movingTags, tag) || MovingTags.moves(tag))
                .toList();
    }

    /** How long a tag must stay. */
    Duration retention() {
        if (minRetention != null) {
            return minRetention;
        }
        return Duration.ofDays(
                switch (level) {
                    case MINIMUM -> 7;
                    case GOOD -> 30;
                    case STRICT -> 90;
                });
    }

    /** Through how many more pushes a tag must stay. */
    int versions() {
        if (minVersions != null) {
            return minVersions;
        }
        return switch (level) {
            case MINIMUM -> 2;
            case GOOD -> 5;
            case STRICT -> 10;
        };
    }
}
