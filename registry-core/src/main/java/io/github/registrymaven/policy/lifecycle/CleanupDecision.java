package io.github.registrymaven.policy.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What cleanup policies make of one image, among those of its package. */
final class CleanupDecision {
    private final List<CleanupPolicy> policies;
    private final InventoryImage image;
    private final int newer;
    private final int same;

    CleanupDecision(List<CleanupPolicy> policies, InventoryImage image, Newest order) {
        this.policies = policies;
        this.image = image;
        this.newer = order.newerThan(image.pushedAt());
        this.same = order.pushedAt(image.pushedAt());
    }

    Fate fate(Instant now) {
        Fate fate = at(now);
        if (fate.action() != Action.KEEP) {
            return fate;
        }
        // As it grows old it passes the ages that policies name, and only there something can change.
        for (Instant later : changes(now)) {
            Fate then = at(later.plusNanos(1));
            if (then.action() == Action.UNKNOWN) {
                return fate;
            }
            if (then.action() == Action.EXPIRE) {
                return fate.rule() == null
                        ? new Fate(image, Action.KEEP, then.rule(), later, then.reason())
                        : new Fate(image, Action.KEEP, fate.rule(), later, fate.reason() + "; then " + then.reason());
            }
        }
        return fate;
    }

    private Fate at(Instant now) {
        Fate doubt = null;
        for (CleanupPolicy policy : policies) {
            Fate kept = kept(policy, now);
            if (kept != null && kept.action() == Action.KEEP) {
                return kept;
            }
            doubt = kept == null ? doubt : kept;
        }
        Fate deleted = deleted(now);
        if (deleted == null) {
            return new Fate(image, Action.KEEP, null, null, "no policy deletes it");
        }
        return deleted.action() == Action.EXPIRE && doubt != null ? doubt : deleted;
    }

    /** Null where this policy does not keep it; unknown where it may. */
    private @Nullable Fate kept(CleanupPolicy policy, Instant now) {
        if (policy instanceof CleanupPolicy.Keep keep && keep.condition().matches(image, now)) {
            return fate(Action.KEEP, policy, "keeps what it matches", null);
        }
        if (policy instanceof CleanupPolicy.KeepNewest newest && newest.selects(image.packageName())) {
            String deed = "keeps the newest " + newest.count();
            if (newer + same <= newest.count()) {
                return fate(Action.KEEP, policy, deed + ", and this is number " + (newer + 1), null);
            }
            if (newer < newest.count()) {
                return fate(
                        Action.UNKNOWN,
                        policy,
                        deed + ", and " + same + " were pushed at the same instant: "
                                + "Artifact Registry does not say which of them is newer",
                        null);
            }
        }
        return policy instanceof CleanupPolicy.Delete ? null : packageUnknown(policy);
    }

    /** Null where no policy deletes it; unknown where one may. */
    private @Nullable Fate deleted(Instant now) {
        Fate doubt = null;
        for (CleanupPolicy policy : policies) {
            if (policy instanceof CleanupPolicy.Delete delete) {
                if (delete.condition().matches(image, now)) {
                    Duration age = delete.condition().olderThan();
                    String when = age == null ? "" : " when older than " + Durations.shown(age);
                    return fate(Action.EXPIRE, policy, "deletes what it matches" + when, now);
                }
                Fate unknown = packageUnknown(policy);
                doubt = unknown == null ? doubt : unknown;
            }
        }
        return doubt;
    }

    private @Nullable Fate packageUnknown(CleanupPolicy policy) {
        return image.packageName() == null && !policy.packagePrefixes().isEmpty()
                ? fate(Action.UNKNOWN, policy, "asks for a package, and the inventory names none here", null)
                : null;
    }

    private SortedSet<Instant> changes(Instant now) {
        SortedSet<Instant> changes = new TreeSet<>();
        for (CleanupPolicy policy : policies) {
            for (Duration age : policy.ages()) {
                Instant change = image.pushedAt().plus(age);
                if (!change.isBefore(now)) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private Fate fate(Action action, CleanupPolicy policy, String deed, @Nullable Instant at) {
        return new Fate(image, action, policy.id(), at, policy.shown() + " " + deed);
    }
}
