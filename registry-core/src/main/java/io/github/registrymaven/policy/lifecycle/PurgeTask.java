package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled {@code acr purge}: it takes away tags, not images; with {@code --untagged} the images that have none left, too.
 *
 * @param name such as {@code purgeTasks[0]}
 * @param keep how many of the tags that it would take away it leaves, the newest
 */
record PurgeTask(
        String name,
        List<PurgeFilter> filters,
        Duration ago,
        int keep,
        boolean untagged,
        boolean dryRun,
        boolean includeLocked) {
    PurgeTask {
        filters = List.copyOf(filters);
    }

    /** The expressions for the tags of this repository; empty where it may or may not be meant. */
    Optional<List<TagRegex>> expressions(@Nullable String repository) {
        List<TagRegex> expressions = new ArrayList<>();
        for (PurgeFilter filter : filters) {
            Optional<Boolean> meant = filter.isFor(repository);
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            if (meant.get()) {
                expressions.add(filter.tag());
            }
        }
        return Optional.of(expressions);
    }

    String deed() {
        return name + " takes away tags that match and are older than " + Durations.shown(ago)
                + (keep == 0 ? "" : ", but for the newest " + keep + " of these");
    }
}
