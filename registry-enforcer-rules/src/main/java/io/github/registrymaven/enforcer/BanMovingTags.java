package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.MovingTags;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.report.PolicyConsole;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.jspecify.annotations.Nullable;

/**
 * Bans tags that name something else tomorrow: {@code latest} and snapshots; at level {@code good} branches and stages as well;
 * at level {@code strict} whatever has no version or commit in it. Needs no network.
 */
@Named("banMovingTags")
public final class BanMovingTags extends AbstractEnforcerRule {
    /** The images, as complete references; where the element is not there, those that the module's plugins will push. */
    private @Nullable List<String> images;

    /** How much is asked: {@code minimum}, {@code good} or {@code strict}. */
    private String policyLevel = "minimum";

    /** Tags that are banned beside those of the level, as patterns in which {@code *} stands for anything. */
    private @Nullable List<String> bannedTags;

    /** Tags that are allowed in spite of all, as patterns. */
    private @Nullable List<String> allowedTags;

    /** What a verdict of unknown does: {@code warn}, {@code ignore} or {@code fail}. */
    private String onUnknown = "warn";

    /** Whether nothing is checked. */
    private boolean skip;

    /** What to say first when the rule is broken. */
    private @Nullable String message;

    private final JudgedModule module;

    @Inject
    BanMovingTags(JudgedModule module) {
        this.module = module;
    }

    @Override
    public void execute() throws EnforcerRuleException {
        if (skip) {
            return;
        }
        PolicyLevel level = PolicyLevel.of(policyLevel);
        if (level == null) {
            throw mistake("policyLevel is '" + policyLevel + "'; it takes minimum or good or strict");
        }
        if (!List.of("warn", "ignore", "fail").contains(onUnknown)) {
            throw mistake("onUnknown is '" + onUnknown + "'; it takes warn or ignore or fail");
        }
        MovingTags rule = new MovingTags(level, Given.texts(bannedTags), Given.texts(allowedTags));
        PolicyConsole console = new PolicyConsole();
        List<Judgement> judgements = new ArrayList<>();
        for (String image : module.images(images, remark -> getLog().warn(remark))) {
            judgements.add(rule.judge(image, "banMovingTags"));
        }
        module.keep(judgements, remark -> getLog().warn(remark));
        StringBuilder broken = new StringBuilder();
        for (Judgement judgement : judgements) {
            boolean unknown = judgement.outcome() == Outcome.UNKNOWN;
            if (judgement.outcome() == Outcome.FAIL || (unknown && onUnknown.equals("fail"))) {
                broken.append(broken.length() == 0 ? "" : "\n\n").append(console.broken(judgement));
            } else if (unknown && onUnknown.equals("warn")) {
                getLog().warn(console.line(judgement));
            }
        }
        if (broken.length() > 0) {
            throw new EnforcerRuleException((message == null ? "" : message + "\n") + broken);
        }
    }

    private static EnforcerRuleError mistake(String text) {
        return new EnforcerRuleError("banMovingTags: " + text);
    }

    /** Null: Enforcer would register the rule before it ran, and let other modules pass beside its failure. */
    @Override
    public @Nullable String getCacheId() {
        return null;
    }

    @Override
    public String toString() {
        return "BanMovingTags[images=" + images + ", policyLevel=" + policyLevel + ", bannedTags=" + bannedTags
                + ", allowedTags=" + allowedTags + "]";
    }
}
