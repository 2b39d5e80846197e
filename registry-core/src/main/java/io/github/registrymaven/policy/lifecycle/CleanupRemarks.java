package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.policy.lifecycle.CleanupPolicy.Delete;
import io.github.registrymaven.policy.lifecycle.CleanupPolicy.Keep;
import io.github.registrymaven.policy.lifecycle.CleanupPolicy.KeepNewest;
import io.github.registrymaven.policy.lifecycle.Remark.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What about cleanup policies is probably not meant, although Artifact Registry takes them. */
final class CleanupRemarks {
    private CleanupRemarks() {}

    static List<Remark> of(CleanupPolicies all) {
        List<Remark> remarks = new ArrayList<>();
        boolean canDelete = false;
        for (CleanupPolicy policy : all.policies()) {
            CleanupCondition condition = condition(policy);
            String hopeless = condition == null ? null : condition.hopeless();
            if (hopeless != null) {
                remarks.add(new Remark(Kind.UNMATCHABLE, policy.shown(), hopeless));
            } else if (policy instanceof Delete delete) {
                String shield = shield(delete, all.policies());
                if (shield != null) {
                    remarks.add(new Remark(Kind.SHADOWED, delete.shown(), "deletes nothing: " + shield));
                } else {
                    canDelete = true;
                    atOnce(delete, all, remarks);
                }
            }
        }
        if (!canDelete) {
            remarks.add(new Remark(Kind.DELETES_NOTHING, "the repository", nothing(all)));
        } else if (all.dryRun()) {
            remarks.add(new Remark(
                    Kind.DELETES_NOTHING, "the repository", "deletes nothing: its cleanup policies are in dry run"));
        }
        return remarks;
    }

    private static @Nullable CleanupCondition condition(CleanupPolicy policy) {
        if (policy instanceof Delete delete) {
            return delete.condition();
        }
        return policy instanceof Keep keep ? keep.condition() : null;
    }

    private static String nothing(CleanupPolicies all) {
        if (all.policies().isEmpty()) {
            return "deletes nothing: it has no cleanup policy";
        }
        return all.deletes().isEmpty()
                ? "deletes nothing: KEEP only says what a DELETE must leave, and there is no DELETE"
                : "deletes nothing: no DELETE can match anything that no KEEP matches";
    }

    /** Which KEEP matches all that this one does, as a part of a sentence; null where none does. */
    static @Nullable String shield(Delete delete, List<CleanupPolicy> policies) {
        for (CleanupPolicy policy : policies) {
            if (policy instanceof Keep keep && keep.condition().covers(delete.condition())) {
                return keep.shown() + " keeps all that it matches, and KEEP beats DELETE";
            }
        }
        return null;
    }

    private static void atOnce(Delete delete, CleanupPolicies all, List<Remark> remarks) {
        CleanupCondition condition = delete.condition();
        boolean shielded = all.policies().stream().anyMatch(each -> each instanceof Keep || each instanceof KeepNewest);
        if (condition.olderThan() == null
                && condition.tagState() != CleanupCondition.TagState.UNTAGGED
                && condition.tagPrefixes().isEmpty()
                && condition.packagePrefixes().isEmpty()
                && !shielded) {
            remarks.add(new Remark(
                    Kind.DELETES_AT_ONCE,
                    delete.shown(),
                    "deletes every image within a day of its push: it names no age, and no policy keeps any"));
        }
    }
}
