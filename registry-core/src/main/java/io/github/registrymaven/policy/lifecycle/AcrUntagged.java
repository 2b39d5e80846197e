package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of ACR images without a tag. */
final class AcrUntagged {
    private final @Nullable AcrRetention retention;
    private final List<PurgeTask> tasks;
    private final Instant now;

    AcrUntagged(@Nullable AcrRetention retention, List<PurgeTask> tasks, Instant now) {
        this.retention = retention;
        this.tasks = tasks;
        this.now = now;
    }

    Fate fate(InventoryImage image) {
        Fate kept = byRetention(image);
        if (kept.action() == Action.EXPIRE) {
            return kept;
        }
        Fate open = null;
        for (PurgeTask task : tasks) {
            Fate fate = byTask(task, image);
            if (fate != null && fate.action() == Action.EXPIRE) {
                return fate;
            }
            open = fate == null ? open : fate;
        }
        return open == null ? kept : open;
    }

    private Fate byRetention(InventoryImage image) {
        if (retention == null) {
            return new Fate(image, Action.KEEP, null, null, "nothing deletes it");
        }
        if (image.locked()) {
            return new Fate(image, Action.KEEP, null, null, "it is locked, and retention leaves it");
        }
        if (retention.since() != null && image.pushedAt().isBefore(retention.since())) {
            return new Fate(
                    image, Action.KEEP, null, null, "retention was enabled after it lost its tag, and leaves it");
        }
        Instant end = image.pushedAt().plus(retention.age());
        return end.isAfter(now)
                ? new Fate(image, Action.KEEP, AcrRetention.NAME, end, retention.deed())
                : new Fate(image, Action.EXPIRE, AcrRetention.NAME, now, retention.deed());
    }

    /** Null where the task leaves it. */
    private @Nullable Fate byTask(PurgeTask task, InventoryImage image) {
        if (!task.untagged() || (image.locked() && !task.includeLocked())) {
            return null;
        }
        Optional<List<TagRegex>> expressions = task.expressions(image.packageName());
        if (expressions.isEmpty()) {
            return new Fate(image, Action.UNKNOWN, task.name(), null, task.name() + AcrTags.OTHER_REPOSITORY);
        }
        if (expressions.get().isEmpty()) {
            return null;
        }
        return image.pushedAt().plus(task.ago()).isBefore(now)
                ? new Fate(image, Action.EXPIRE, task.name(), now, task.name() + " deletes what has no tag")
                // Older ones delete whatever is untagged, and which one a task runs is Azure's choice.
                : new Fate(
                        image,
                        Action.UNKNOWN,
                        task.name(),
                        null,
                        task.name() + " deletes what has no tag, by the version of acr-cli at once or after "
                                + Durations.shown(task.ago()));
    }
}
