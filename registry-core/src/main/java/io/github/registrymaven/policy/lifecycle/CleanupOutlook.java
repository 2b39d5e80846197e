package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.policy.lifecycle.CleanupPolicy.Delete;
import io.github.registrymaven.policy.lifecycle.CleanupPolicy.Keep;
import io.github.registrymaven.policy.lifecycle.CleanupPolicy.KeepNewest;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What cleanup policies will do to an image that is pushed now. */
final class CleanupOutlook {
    private final CleanupPolicies all;
    private final Pushed pushed;

    private CleanupOutlook(CleanupPolicies all, Pushed pushed) {
        this.all = all;
        this.pushed = pushed;
    }

    static Outlook of(CleanupPolicies policies, Pushed pushed) {
        return new CleanupOutlook(policies, pushed).outlook();
    }

    private Outlook outlook() {
        for (CleanupPolicy policy : all.policies()) {
            if (pushed.packageName() == null && !policy.packagePrefixes().isEmpty()) {
                return new Outlook(
                        Action.UNKNOWN,
                        policy.id(),
                        null,
                        null,
                        policy.shown() + " asks for a package, and the image's is not known");
            }
        }
        TreeSet<Duration> ages = new TreeSet<>(List.of(Duration.ZERO));
        all.policies().forEach(policy -> ages.addAll(policy.ages()));
        Keep keeper = null;
        for (Duration age : ages) {
            Delete delete = deleting(age.plusNanos(1));
            if (delete != null) {
                Keep keep = keeping(age.plusNanos(1));
                if (keep == null) {
                    return deleted(delete, age);
                }
                keeper = keep;
            }
        }
        return keeper == null
                ? new Outlook(Action.KEEP, null, null, null, "no policy deletes it")
                : new Outlook(Action.KEEP, keeper.id(), null, null, keeper.shown() + " keeps what it matches");
    }

    private Outlook deleted(Delete delete, Duration age) {
        String deed = delete.shown() + " deletes what it matches when older than " + Durations.shown(age);
        if (all.dryRun()) {
            return new Outlook(Action.KEEP, delete.id(), null, null, "dry run, so nothing is done; otherwise: " + deed);
        }
        KeepNewest longest = null;
        for (CleanupPolicy policy : all.policies()) {
            if (policy instanceof KeepNewest newest
                    && newest.selects(pushed.packageName())
                    && (longest == null || newest.count() > longest.count())) {
                longest = newest;
            }
        }
        if (longest == null) {
            return new Outlook(Action.EXPIRE, delete.id(), age, null, deed);
        }
        int each = pushed.manifests();
        return new Outlook(
                Action.EXPIRE,
                delete.id(),
                age,
                (longest.count() + each - 1) / each,
                deed + ", but " + longest.shown() + " keeps the newest " + longest.count()
                        + (each == 1 ? "" : ", and each push brings " + each));
    }

    private @Nullable Delete deleting(Duration age) {
        for (Delete delete : all.deletes()) {
            if (matches(delete.condition(), age)) {
                return delete;
            }
        }
        return null;
    }

    private @Nullable Keep keeping(Duration age) {
        for (CleanupPolicy policy : all.policies()) {
            if (policy instanceof Keep keep && matches(keep.condition(), age)) {
                return keep;
            }
        }
        return null;
    }

    /** A digest that is not known yet begins as all do, and then with nothing that a prefix could mean. */
    private boolean matches(CleanupCondition condition, Duration age) {
        return condition.selects(pushed.packageName(), pushed.tags())
                && CleanupCondition.startsWithOne("sha256:", condition.versionPrefixes())
                && condition.holdsAt(age);
    }
}
