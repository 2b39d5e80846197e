package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy makes of one image.
 *
 * @param action what it does now
 * @param rule what decides: an ECR rule's priority, a cleanup policy's id, {@code retention} or {@code purgeTasks[0]}; null where
 *     no rule speaks of the image
 * @param at when that happens; for an image that is kept, when a rule will take it if nothing else is pushed, and null where
 *     none will
 * @param removedTags tags that the image loses, where it loses only some (ACR purges tags, not images)
 * @param reason a sentence
 */
public record Fate(
        InventoryImage image,
        Action action,
        @Nullable String rule,
        @Nullable Instant at,
        List<String> removedTags,
        String reason) {
    public Fate {
        removedTags = List.copyOf(removedTags);
    }

    Fate(InventoryImage image, Action action, @Nullable String rule, @Nullable Instant at, String reason) {
        this(image, action, rule, at, List.of(), reason);
    }

    /** The same under a dry run, which does nothing. */
    Fate unapplied() {
        return switch (action) {
            case KEEP -> removedTags.isEmpty() ? new Fate(image, Action.KEEP, rule, null, reason) : notDone();
            case UNKNOWN, EXPIRE, ARCHIVE -> notDone();
        };
    }

    private Fate notDone() {
        return new Fate(image, Action.KEEP, rule, null, "dry run, so nothing is done; otherwise: " + reason);
    }
}
