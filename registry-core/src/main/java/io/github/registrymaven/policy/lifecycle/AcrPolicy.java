package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cleans up an ACR registry. Retention is for images without a tag; only purge tasks bound those that have one. */
record AcrPolicy(@Nullable AcrRetention retention, List<PurgeTask> tasks, boolean dryRun) implements LifecyclePolicy {
    AcrPolicy {
        tasks = List.copyOf(tasks);
    }

    @Override
    public List<Fate> fates(List<InventoryImage> images, Instant now) {
        AcrTags tags = new AcrTags(effective(), images, now);
        AcrUntagged untagged = new AcrUntagged(retention, effective(), now);
        List<Fate> fates = new ArrayList<>(images.size());
        for (InventoryImage image : images) {
            fates.add(image.tags().isEmpty() ? untagged.fate(image) : tags.fate(image));
        }
        return DryRun.of(dryRun, Referenced.spare(fates));
    }

    /** The tasks that do something. */
    List<PurgeTask> effective() {
        return tasks.stream().filter(task -> !task.dryRun()).toList();
    }

    @Override
    public Outlook outlook(Pushed pushed) {
        return AcrOutlook.of(this, pushed);
    }

    @Override
    public List<Remark> remarks() {
        return AcrRemarks.of(this);
    }

    @Override
    public boolean boundsTagged() {
        return !dryRun && !effective().isEmpty();
    }
}
