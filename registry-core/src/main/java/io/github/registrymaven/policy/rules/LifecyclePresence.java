package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.Action;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Outlook;
import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.policy.lifecycle.Remark;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code requireLifecyclePolicy}: images do not pile up for ever. Looks at what the policy does, not whether there is one. */
final class LifecyclePresence implements StateRule {
    private static final Duration LONGEST_UNTAGGED = Duration.ofDays(14);
    private static final int MOST_UNTAGGED = 10;

    private final ReadPolicies policies;

    LifecyclePresence(ReadPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "requireLifecyclePolicy";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.of(
                name(),
                state,
                terms.level(),
                state.lifecycle(),
                (ruling, lifecycle) -> policies.judge(
                        state,
                        ruling,
                        lifecycle,
                        absent -> absent.fail(
                                "has no lifecycle policy, so images pile up for ever",
                                "a policy that deletes",
                                LifecycleRemedies.of(state)),
                        policy -> judge(state, terms, ruling, policy)));
    }

    private Judgement judge(RepositoryState state, Terms terms, Ruling ruling, LifecyclePolicy policy) {
        for (Remark remark : policy.remarks()) {
            if (remark.kind() == Remark.Kind.DELETES_NOTHING && !remark.place().startsWith("purgeTasks")) {
                return ruling.fail(
                        "has a lifecycle policy, and " + remark.place() + " " + remark.text(),
                        "a policy that deletes",
                        LifecycleRemedies.of(state));
            }
        }
        if (terms.level() == PolicyLevel.MINIMUM) {
            return ruling.pass("has a lifecycle policy that deletes");
        }
        Judgement good = good(state, terms, ruling, policy);
        return good != null ? good : strict(state, terms, ruling, policy);
    }

    /** Null where nothing is left to wish. */
    private static @Nullable Judgement good(RepositoryState state, Terms terms, Ruling ruling, LifecyclePolicy policy) {
        Pushed pushed = terms.pushed();
        Outlook untagged = policy.outlook(pushed == null ? new Pushed(null, List.of(), 1) : pushed.untagged());
        if (untagged.action() == Action.UNKNOWN) {
            return ruling.unknown(
                    "has a lifecycle policy, and what becomes of untagged images is not known: " + untagged.reason());
        }
        if (!isBounded(untagged)) {
            return ruling.fail(
                    "keeps untagged images: " + untagged.reason(),
                    "that they go after " + LONGEST_UNTAGGED.toDays() + " days, or all but " + MOST_UNTAGGED,
                    LifecycleRemedies.of(state));
        }
        if (!policy.boundsTagged()) {
            return ruling.fail(
                    "has a lifecycle policy that keeps images with a tag for ever",
                    "a bound by count or age",
                    LifecycleRemedies.of(state));
        }
        for (Remark remark : policy.remarks()) {
            if (remark.kind() == Remark.Kind.SHADOWED) {
                return ruling.fail(
                        "has a lifecycle policy whose " + remark.place() + " " + remark.text(),
                        "rules that can all fire",
                        List.of());
            }
        }
        return null;
    }

    private static boolean isBounded(Outlook untagged) {
        Duration age = untagged.age();
        Integer pushes = untagged.pushes();
        return untagged.action() != Action.KEEP
                && ((age != null && age.compareTo(LONGEST_UNTAGGED) <= 0)
                        || (pushes != null && pushes <= MOST_UNTAGGED));
    }

    private static Judgement strict(RepositoryState state, Terms terms, Ruling ruling, LifecyclePolicy policy) {
        Pushed pushed = terms.pushed();
        String well = "has a lifecycle policy that bounds untagged and tagged images";
        if (terms.level() != PolicyLevel.STRICT) {
            return ruling.pass(well);
        }
        return pushed == null || pushed.tags().isEmpty()
                ? ruling.unknown(well + "; how long the tag that is pushed stays is not known, as no image is named")
                : TagSurvival.judge(state, terms, ruling, policy, pushed);
    }
}
