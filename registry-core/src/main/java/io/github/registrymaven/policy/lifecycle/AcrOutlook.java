package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What ACR will do to an image that is pushed now; of several tags, to the one that goes first. */
final class AcrOutlook {
    private static final int OPEN = -1;

    private final AcrPolicy policy;
    private final Pushed pushed;

    private AcrOutlook(AcrPolicy policy, Pushed pushed) {
        this.policy = policy;
        this.pushed = pushed;
    }

    static Outlook of(AcrPolicy policy, Pushed pushed) {
        AcrOutlook outlook = new AcrOutlook(policy, pushed);
        Outlook found = pushed.tags().isEmpty() ? outlook.untagged() : outlook.tagged();
        return policy.dryRun() && found.action() == Action.EXPIRE
                ? new Outlook(
                        Action.KEEP,
                        found.rule(),
                        null,
                        null,
                        "dry run, so nothing is done; otherwise: " + found.reason())
                : found;
    }

    private Outlook untagged() {
        AcrRetention retention = policy.retention();
        Outlook soonest = retention == null
                ? null
                : new Outlook(Action.EXPIRE, AcrRetention.NAME, retention.age(), null, retention.deed());
        for (PurgeTask task : policy.effective()) {
            if (task.untagged()) {
                Optional<List<TagRegex>> expressions = task.expressions(pushed.packageName());
                if (expressions.isEmpty() && soonest == null) {
                    return unknown(task, AcrTags.OTHER_REPOSITORY);
                }
                if (expressions.isPresent() && !expressions.get().isEmpty()) {
                    soonest = soonest(
                            soonest,
                            new Outlook(
                                    Action.EXPIRE,
                                    task.name(),
                                    task.ago(),
                                    null,
                                    task.name() + " deletes what has no tag and is older than "
                                            + Durations.shown(task.ago())));
                }
            }
        }
        return soonest == null
                ? new Outlook(Action.KEEP, null, null, null, "nothing deletes what has no tag")
                : soonest;
    }

    private Outlook tagged() {
        Outlook soonest = null;
        for (PurgeTask task : policy.effective()) {
            Optional<List<TagRegex>> expressions = task.expressions(pushed.packageName());
            if (expressions.isEmpty()) {
                return unknown(task, AcrTags.OTHER_REPOSITORY);
            }
            int matching = matching(expressions.get(), pushed.tags());
            int moved = matching(expressions.get(), pushed.moved());
            if (matching == OPEN || moved == OPEN) {
                return unknown(task, " has an expression that takes too long");
            }
            if (matching > 0) {
                // The tags of this push are among those that are left, and so are those that moved on, at the newest
                // image.
                int pushes = (task.keep() - moved) / matching;
                soonest = soonest(
                        soonest,
                        new Outlook(Action.EXPIRE, task.name(), task.ago(), pushes > 0 ? pushes : null, task.deed()));
            }
        }
        return soonest == null ? new Outlook(Action.KEEP, null, null, null, "no purge task takes it") : soonest;
    }

    /** How many of the tags an expression finds; {@link #OPEN} where that takes too long to say. */
    private static int matching(List<TagRegex> expressions, List<String> tags) {
        int matching = 0;
        for (String tag : tags) {
            for (TagRegex expression : expressions) {
                Optional<Boolean> found = expression.findsIn(tag);
                if (found.isEmpty()) {
                    return OPEN;
                }
                if (found.get()) {
                    matching++;
                    break;
                }
            }
        }
        return matching;
    }

    private static Outlook unknown(PurgeTask task, String reason) {
        return new Outlook(Action.UNKNOWN, task.name(), null, null, task.name() + reason);
    }

    private static Outlook soonest(@Nullable Outlook one, Outlook other) {
        if (one == null) {
            return other;
        }
        int pushes = Integer.compare(pushes(one), pushes(other));
        boolean first = pushes == 0 ? age(one).compareTo(age(other)) <= 0 : pushes < 0;
        return first ? one : other;
    }

    private static int pushes(Outlook outlook) {
        Integer pushes = outlook.pushes();
        return pushes == null ? 0 : pushes;
    }

    private static Duration age(Outlook outlook) {
        Duration age = outlook.age();
        return age == null ? Duration.ZERO : age;
    }
}
