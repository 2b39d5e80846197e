package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tags of one repository that a purge task may take, by time. */
final class PurgedTags {
    private final PurgeTask task;
    private final Optional<List<TagRegex>> expressions;
    private final TreeMap<Instant, Integer> times = new TreeMap<>();

    private PurgedTags(PurgeTask task, @Nullable String repository) {
        this.task = task;
        this.expressions = task.expressions(repository);
    }

    static PurgedTags of(PurgeTask task, @Nullable String repository, List<InventoryImage> images) {
        PurgedTags tags = new PurgedTags(task, repository);
        for (InventoryImage image : images) {
            for (String tag : image.tags()) {
                if ((!image.locked() || task.includeLocked())
                        && tags.matches(tag).orElse(false)) {
                    tags.times.merge(image.pushedAt(), 1, Integer::sum);
                }
            }
        }
        return tags;
    }

    /** Whether it is known that the task is, or is not, for this repository. */
    boolean isKnown() {
        return expressions.isPresent();
    }

    /** Empty where that takes too long to say. */
    Optional<Boolean> matches(String tag) {
        boolean open = false;
        for (TagRegex expression : expressions.orElse(List.of())) {
            Optional<Boolean> found = expression.findsIn(tag);
            if (found.isPresent() && found.get()) {
                return found;
            }
            open |= found.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(false);
    }

    /** Of the tags that are old enough it leaves the newest few. */
    Action judge(Instant pushed, Instant now) {
        Instant limit = now.minus(task.ago());
        if (!pushed.isBefore(limit)) {
            return Action.KEEP;
        }
        int newer = times.subMap(pushed, false, limit, false).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int same = times.getOrDefault(pushed, 1);
        if (newer >= task.keep()) {
            return Action.EXPIRE;
        }
        return newer + same <= task.keep() ? Action.KEEP : Action.UNKNOWN;
    }

    /** When enough newer tags are old enough as well, if no more are pushed; null where there are not enough. */
    @Nullable
    Instant end(Instant pushed) {
        if (task.keep() == 0) {
            return pushed.plus(task.ago());
        }
        List<Instant> newer = new ArrayList<>();
        times.tailMap(pushed, false).forEach((time, count) -> {
            for (int i = 0; i < count && newer.size() < task.keep(); i++) {
                newer.add(time);
            }
        });
        return newer.size() < task.keep() ? null : newer.get(task.keep() - 1).plus(task.ago());
    }
}
