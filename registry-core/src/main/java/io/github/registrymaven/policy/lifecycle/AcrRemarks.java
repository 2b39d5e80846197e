package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.policy.lifecycle.Remark.Kind;
import java.util.ArrayList;
import java.util.List;

/** What about the clean-up of an ACR registry is probably not meant. */
final class AcrRemarks {
    private AcrRemarks() {}

    static List<Remark> of(AcrPolicy policy) {
        List<Remark> remarks = new ArrayList<>();
        boolean untagged = policy.retention() != null;
        for (PurgeTask task : policy.tasks()) {
            untagged |= task.untagged() && !task.dryRun();
        }
        for (PurgeTask task : policy.tasks()) {
            if (task.dryRun()) {
                remarks.add(new Remark(Kind.DELETES_NOTHING, task.name(), "deletes nothing: it has --dry-run"));
            } else if (!untagged) {
                remarks.add(new Remark(
                        Kind.LEAVES_REMAINS,
                        task.name(),
                        "takes away tags and leaves the images: it has no --untagged, and there is no retention"));
            }
        }
        if (policy.retention() == null && policy.effective().isEmpty()) {
            remarks.add(new Remark(
                    Kind.DELETES_NOTHING,
                    "the registry",
                    "deletes nothing: no retention is enabled and no task purges"));
        } else if (policy.dryRun()) {
            remarks.add(new Remark(Kind.DELETES_NOTHING, "the registry", "deletes nothing: it is a dry run"));
        }
        return remarks;
    }
}
