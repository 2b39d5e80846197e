package io.github.registrymaven.policy.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ECR lifecycle policy. All rules look at all images; an image that the tags of a rule match is identified by it and out
 * of reach of every rule below, even where that rule keeps it. So one rule decides about an image: the first, by priority,
 * that selects it in its storage class.
 *
 * @param rules by priority, the lowest number first
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lp_evaluation_rules">evaluation</a>
 */
record EcrPolicy(List<EcrRule> rules, boolean dryRun) implements LifecyclePolicy {
    EcrPolicy {
        rules = List.copyOf(rules);
    }

    @Override
    public List<Fate> fates(List<InventoryImage> images, Instant now) {
        Map<EcrRule, Newest> orders = new HashMap<>();
        for (EcrRule rule : rules) {
            if (rule.count() instanceof EcrCount.MoreThan) {
                // Images that a rule above identified count here as well, although this rule cannot touch them.
                orders.put(rule, Newest.of(images.stream().filter(rule::selects).toList()));
            }
        }
        List<Fate> fates = new ArrayList<>(images.size());
        for (InventoryImage image : images) {
            EcrRule rule = deciding(image);
            if (rule == null) {
                fates.add(new Fate(image, Action.KEEP, null, null, "no rule selects it"));
            } else {
                Newest order = orders.get(rule);
                fates.add(
                        rule.count() instanceof EcrCount.Since since
                                ? aged(rule, since, image, now)
                                : counted(rule, order == null ? Newest.of(List.of()) : order, image, now));
            }
        }
        return DryRun.of(dryRun, Referenced.spare(fates));
    }

    private @Nullable EcrRule deciding(InventoryImage image) {
        return rules.stream().filter(rule -> rule.selects(image)).findFirst().orElse(null);
    }

    private static Fate aged(EcrRule rule, EcrCount.Since since, InventoryImage image, Instant now) {
        Instant end = since.end(image);
        String deed = rule.shown() + " " + rule.deed();
        if (end == null) {
            return new Fate(image, Action.UNKNOWN, rule.name(), null, deed + ", and archivedAt is not known");
        }
        return end.isBefore(now)
                ? new Fate(image, taken(rule), rule.name(), now, deed)
                : new Fate(image, Action.KEEP, rule.name(), end, deed);
    }

    private static Fate counted(EcrRule rule, Newest order, InventoryImage image, Instant now) {
        int kept = ((EcrCount.MoreThan) rule.count()).images();
        int newer = order.newerThan(image.pushedAt());
        int same = order.pushedAt(image.pushedAt());
        String deed = rule.shown() + " " + rule.deed();
        if (newer >= kept) {
            return new Fate(
                    image,
                    taken(rule),
                    rule.name(),
                    now,
                    deed + ", and " + newer + (newer == 1 ? " is newer" : " are newer"));
        }
        if (newer + same > kept) {
            return new Fate(
                    image,
                    Action.UNKNOWN,
                    rule.name(),
                    null,
                    deed + ", and " + same
                            + " were pushed at the same instant: ECR does not say which of them goes first");
        }
        return new Fate(
                image, Action.KEEP, rule.name(), null, deed + ", and this is number " + (newer + 1) + " of them");
    }

    private static Action taken(EcrRule rule) {
        return rule.archives() ? Action.ARCHIVE : Action.EXPIRE;
    }

    @Override
    public Outlook outlook(Pushed pushed) {
        return EcrOutlook.of(this, pushed);
    }

    @Override
    public List<Remark> remarks() {
        return EcrRemarks.of(this);
    }

    @Override
    public boolean boundsTagged() {
        return !dryRun
                && rules.stream()
                        .anyMatch(rule -> rule.status() != EcrRule.TagStatus.UNTAGGED
                                && !rule.archives()
                                && !rule.isHopeless()
                                && EcrRemarks.shadow(rule, rules) == null);
    }
}
