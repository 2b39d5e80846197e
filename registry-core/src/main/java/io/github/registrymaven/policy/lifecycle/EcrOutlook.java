package io.github.registrymaven.policy.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ECR will do to an image that is pushed now: it is new, and in standard storage. */
final class EcrOutlook {
    private EcrOutlook() {}

    static Outlook of(EcrPolicy policy, Pushed pushed) {
        EcrRule rule = first(policy.rules(), pushed.tags(), false);
        if (rule == null) {
            return new Outlook(Action.KEEP, null, null, null, "no rule selects it");
        }
        String deed = rule.shown() + " " + rule.deed();
        if (policy.dryRun()) {
            return new Outlook(Action.KEEP, rule.name(), null, null, "dry run, so nothing is done; otherwise: " + deed);
        }
        if (rule.archives()) {
            deed += ", from where nothing is pulled until it is restored" + afterwards(policy, pushed);
        }
        Action action = rule.archives() ? Action.ARCHIVE : Action.EXPIRE;
        if (rule.count() instanceof EcrCount.Since since) {
            return new Outlook(action, rule.name(), since.age(), null, deed);
        }
        int kept = ((EcrCount.MoreThan) rule.count()).images();
        boolean countsAll = rule.status() != EcrRule.TagStatus.TAGGED;
        int each = countsAll ? pushed.manifests() : 1;
        String counted = each == 1 ? "" : ", and each push brings " + each;
        return new Outlook(action, rule.name(), null, (kept + each - 1) / each, deed + counted);
    }

    private static String afterwards(EcrPolicy policy, Pushed pushed) {
        EcrRule rule = first(policy.rules(), pushed.tags(), true);
        return rule == null ? "" : "; then " + rule.shown() + " " + rule.deed();
    }

    private static @Nullable EcrRule first(List<EcrRule> rules, List<String> tags, boolean archived) {
        for (EcrRule rule : rules) {
            if (rule.archived() == archived && rule.selects(tags)) {
                return rule;
            }
        }
        return null;
    }
}
