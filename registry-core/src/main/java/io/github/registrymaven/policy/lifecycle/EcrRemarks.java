package io.github.registrymaven.policy.lifecycle;

import io.github.registrymaven.policy.lifecycle.EcrRule.TagStatus;
import io.github.registrymaven.policy.lifecycle.Remark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What about an ECR policy is probably not meant, although ECR takes it. */
final class EcrRemarks {
    private EcrRemarks() {}

    static List<Remark> of(EcrPolicy policy) {
        List<Remark> remarks = new ArrayList<>();
        List<EcrRule> rules = policy.rules();
        boolean canExpire = false;
        for (EcrRule rule : rules) {
            String shadow = shadow(rule, rules);
            EcrTags tags = rule.tags();
            if (rule.isHopeless() && tags != null) {
                remarks.add(new Remark(
                        Kind.UNMATCHABLE, rule.shown(), "selects no image: no tag can look like " + tags.shown()));
            } else if (shadow != null) {
                remarks.add(new Remark(
                        Kind.SHADOWED,
                        rule.shown(),
                        "never takes an image: " + shadow + ", and what a rule above selects is out of its reach"));
            } else {
                canExpire |= !rule.archives();
                if (tags != null && tags.needsSeveralTags()) {
                    remarks.add(new Remark(
                            Kind.NEEDS_SEVERAL_TAGS,
                            rule.shown(),
                            "selects only images that have several tags at once, like " + tags.shown()
                                    + ": a list means all of, not one of"));
                }
            }
            doubt(rule, rules, remarks);
        }
        if (!canExpire) {
            remarks.add(
                    new Remark(Kind.DELETES_NOTHING, "the policy", "deletes nothing: no rule that expires can fire"));
        } else if (policy.dryRun()) {
            remarks.add(new Remark(Kind.DELETES_NOTHING, "the policy", "deletes nothing: it is a dry run"));
        }
        return remarks;
    }

    /** Which rule above leaves nothing to this one, as a part of a sentence; null where none does. */
    static @Nullable String shadow(EcrRule rule, List<EcrRule> rules) {
        EcrRule untagged = null;
        EcrRule tagged = null;
        for (EcrRule above : rules) {
            if (above.priority() >= rule.priority()) {
                break;
            }
            if (above.covers(rule)) {
                return above.shown() + " selects all that it could";
            }
            if (above.archived() == rule.archived()) {
                untagged = above.status() == TagStatus.UNTAGGED ? above : untagged;
                tagged = above.takesAllTagged() ? above : tagged;
            }
        }
        if (rule.status() == TagStatus.ANY && tagged != null && untagged != null) {
            return tagged.shown() + " and " + untagged.shown() + " select every image";
        }
        return null;
    }

    /** Whether ECR asks that prefixes differ, or the lists of them, its documentation leaves open. */
    private static void doubt(EcrRule rule, List<EcrRule> rules, List<Remark> remarks) {
        EcrTags tags = rule.tags();
        if (tags == null || !tags.prefixes()) {
            return;
        }
        for (EcrRule above : rules) {
            EcrTags others = above.tags();
            if (above.priority() < rule.priority()
                    && above.archived() == rule.archived()
                    && others != null
                    && others.prefixes()) {
                for (String prefix : Set.copyOf(tags.entries())) {
                    if (others.entries().contains(prefix)) {
                        remarks.add(new Remark(
                                Kind.DOUBTFUL,
                                rule.shown(),
                                "names the prefix " + Shown.text(prefix) + ", as " + above.shown()
                                        + " does; ECR may refuse that"));
                        return;
                    }
                }
            }
        }
    }
}
