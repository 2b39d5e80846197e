package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of ACR images with tags: an image goes with the last of its tags. */
final class AcrTags {
    static final String OTHER_REPOSITORY = " is for certain repositories, and whether for this one is not known";

    private final List<PurgeTask> tasks;
    private final Instant now;
    private final Map<PurgeTask, Map<String, PurgedTags>> purged = new HashMap<>();

    AcrTags(List<PurgeTask> tasks, List<InventoryImage> images, Instant now) {
        this.tasks = tasks;
        this.now = now;
        Map<String, List<InventoryImage>> repositories = new HashMap<>();
        for (InventoryImage image : images) {
            repositories
                    .computeIfAbsent(String.valueOf(image.packageName()), name -> new ArrayList<>())
                    .add(image);
        }
        for (PurgeTask task : tasks) {
            Map<String, PurgedTags> byName = new HashMap<>();
            repositories.forEach((name, members) ->
                    byName.put(name, PurgedTags.of(task, members.get(0).packageName(), members)));
            purged.put(task, byName);
        }
    }

    Fate fate(InventoryImage image) {
        List<Fate> fates = new ArrayList<>();
        for (String tag : image.tags()) {
            fates.add(fate(image, tag));
        }
        List<String> removed = new ArrayList<>();
        Fate open = null;
        Fate kept = null;
        for (int i = 0; i < fates.size(); i++) {
            Fate fate = fates.get(i);
            switch (fate.action()) {
                case EXPIRE -> removed.add(image.tags().get(i));
                case UNKNOWN -> open = fate;
                default -> kept = kept == null || isLater(fate, kept) ? fate : kept;
            }
        }
        if (kept == null) {
            return open == null ? fates.get(0) : open;
        }
        return removed.isEmpty() ? kept : losing(kept, removed, fates);
    }

    private static Fate losing(Fate kept, List<String> removed, List<Fate> fates) {
        String reasons = String.join(
                "; ",
                fates.stream()
                        .filter(fate -> fate.action() == Action.EXPIRE)
                        .map(Fate::reason)
                        .distinct()
                        .toList());
        return new Fate(
                kept.image(),
                Action.KEEP,
                kept.rule(),
                kept.at(),
                removed,
                "it loses " + Shown.text(String.join(", ", removed)) + " and keeps another tag: " + reasons);
    }

    /** Whether it ends later; never is the latest. An image stays as long as the tag that stays longest. */
    private static boolean isLater(Fate one, Fate other) {
        Instant end = one.at();
        Instant otherEnd = other.at();
        return otherEnd != null && (end == null || end.isAfter(otherEnd));
    }

    private Fate fate(InventoryImage image, String tag) {
        Fate soonest = null;
        Fate open = null;
        for (PurgeTask task : tasks) {
            PurgedTags tags = purged.getOrDefault(task, Map.of()).get(String.valueOf(image.packageName()));
            Fate fate = tags == null ? null : fate(task, tags, image, tag);
            if (fate == null) {
                continue;
            }
            if (fate.action() == Action.EXPIRE) {
                return fate;
            }
            if (fate.action() == Action.UNKNOWN) {
                open = fate;
            } else {
                soonest = soonest == null || isLater(soonest, fate) ? fate : soonest;
            }
        }
        if (open != null) {
            return open;
        }
        return soonest == null
                ? new Fate(image, Action.KEEP, null, null, "no purge task takes " + Shown.text(tag) + " away")
                : soonest;
    }

    /** Null where the task leaves it. */
    private @Nullable Fate fate(PurgeTask task, PurgedTags tags, InventoryImage image, String tag) {
        if (!tags.isKnown()) {
            return new Fate(image, Action.UNKNOWN, task.name(), null, task.name() + OTHER_REPOSITORY);
        }
        Optional<Boolean> meant = tags.matches(tag);
        if (meant.isEmpty()) {
            return new Fate(
                    image, Action.UNKNOWN, task.name(), null, task.name() + " has an expression that takes too long");
        }
        if (!meant.get()) {
            return null;
        }
        if (image.locked() && !task.includeLocked()) {
            return new Fate(image, Action.KEEP, null, null, "it is locked, and " + task.name() + " leaves it");
        }
        String rest = task.untagged() ? "" : ", and leaves the image without a tag";
        return switch (tags.judge(image.pushedAt(), now)) {
            case EXPIRE -> new Fate(image, Action.EXPIRE, task.name(), now, task.deed() + rest);
            case KEEP -> new Fate(image, Action.KEEP, task.name(), tags.end(image.pushedAt()), task.deed() + rest);
            default ->
                new Fate(
                        image,
                        Action.UNKNOWN,
                        task.name(),
                        null,
                        task.deed() + ", and several came at the same instant: which is newer is not known");
        };
    }
}
