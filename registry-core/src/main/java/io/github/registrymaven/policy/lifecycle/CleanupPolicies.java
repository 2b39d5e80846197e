package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cleanup policies of an Artifact Registry repository: what a KEEP matches stays, whatever a DELETE says and in whatever
 * order they are; the rest goes where a DELETE matches it.
 */
record CleanupPolicies(List<CleanupPolicy> policies, boolean dryRun) implements LifecyclePolicy {
    CleanupPolicies {
        policies = List.copyOf(policies);
    }

    @Override
    public List<Fate> fates(List<InventoryImage> images, Instant now) {
        Map<String, List<InventoryImage>> packages = new HashMap<>();
        for (InventoryImage image : images) {
            packages.computeIfAbsent(String.valueOf(image.packageName()), name -> new ArrayList<>())
                    .add(image);
        }
        Map<String, Newest> orders = new HashMap<>();
        packages.forEach((name, members) -> orders.put(name, Newest.of(members)));
        List<Fate> fates = new ArrayList<>(images.size());
        for (InventoryImage image : images) {
            Newest order = orders.getOrDefault(String.valueOf(image.packageName()), Newest.of(List.of()));
            fates.add(new CleanupDecision(policies, image, order).fate(now));
        }
        return DryRun.of(dryRun, Referenced.spare(fates));
    }

    @Override
    public Outlook outlook(Pushed pushed) {
        return CleanupOutlook.of(this, pushed);
    }

    @Override
    public List<Remark> remarks() {
        return CleanupRemarks.of(this);
    }

    @Override
    public boolean boundsTagged() {
        return !dryRun
                && deletes().stream()
                        .anyMatch(each -> each.condition().tagState() != CleanupCondition.TagState.UNTAGGED
                                && each.condition().hopeless() == null
                                && CleanupRemarks.shield(each, policies) == null);
    }

    List<CleanupPolicy.Delete> deletes() {
        return policies.stream()
                .filter(CleanupPolicy.Delete.class::isInstance)
                .map(CleanupPolicy.Delete.class::cast)
                .toList();
    }
}
