package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.Action;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Outlook;
import io.github.registrymaven.policy.lifecycle.Pushed;
import io.github.registrymaven.policy.lifecycle.Remark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code requireLifecyclePolicy}: images do not pile up for ever. Looks at what the policy does, not whether there is one. */
final class LifecyclePresence implements StateRule {
    private static final Duration LONGEST_UNTAGGED = Duration.ofDays(14);
    private static final int MOST_UNTAGGED = 10;
    private static final List<Pushed> NOTHING_KNOWN = List.of(new Pushed(null, List.of(), 1));

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
        return Ruling.ofWanted(
                name(),
                state,
                terms.level(),
                state.lifecycle(),
                "a task that purges, which every SKU has, or a registry with retention",
                LifecycleRemedies.of(state),
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
        List<Judgement> wishes = new ArrayList<>();
        for (Pushed pushed : terms.pushed().isEmpty() ? NOTHING_KNOWN : terms.pushed()) {
            Judgement wish = untagged(state, ruling, policy.outlook(pushed.untagged()), where(terms, pushed));
            if (wish != null) {
                wishes.add(wish);
            }
        }
        if (!wishes.isEmpty()) {
            return Worst.of(wishes);
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
        return tagged(state, terms, ruling, policy);
    }

    /**
     * That some tags are bounded says nothing of those that are pushed. Where a rule keeps one of them that is meant so, and what
     * moves leaves an image without a tag behind.
     */
    private static @Nullable Judgement tagged(
            RepositoryState state, Terms terms, Ruling ruling, LifecyclePolicy policy) {
        List<Pushed> tagged = terms.tagged();
        List<Judgement> wishes = new ArrayList<>();
        for (Pushed pushed : tagged) {
            Pushed staying = pushed.without(terms.moving(pushed.tags()));
            if (!staying.tags().isEmpty()) {
                String tags = staying.shown(staying.tags(), tagged.size() > 1);
                Outlook outlook = policy.outlook(staying);
                if (outlook.action() == Action.UNKNOWN) {
                    wishes.add(ruling.unknown("has a lifecycle policy, and whether " + tags
                            + " ever goes is not known: " + outlook.reason()));
                } else if (outlook.action() == Action.KEEP && outlook.rule() == null) {
                    wishes.add(ruling.fail(
                            "keeps " + tags + " for ever: " + outlook.reason(),
                            "a bound by count or age",
                            LifecycleRemedies.of(state)));
                }
            }
        }
        return wishes.isEmpty() ? null : Worst.of(wishes);
    }

    /** Of which package something is said, where there are several. */
    private static String where(Terms terms, Pushed pushed) {
        return terms.pushed().size() > 1 ? " of " + pushed.packageName() : "";
    }

    private static @Nullable Judgement untagged(RepositoryState state, Ruling ruling, Outlook untagged, String where) {
        if (untagged.action() == Action.UNKNOWN) {
            return ruling.unknown("has a lifecycle policy, and what becomes of untagged images" + where
                    + " is not known: " + untagged.reason());
        }
        return isBounded(untagged)
                ? null
                : ruling.fail(
                        "keeps untagged images" + where + ": " + untagged.reason(),
                        "that they go after " + LONGEST_UNTAGGED.toDays() + " days, or all but " + MOST_UNTAGGED,
                        LifecycleRemedies.of(state));
    }

    private static boolean isBounded(Outlook untagged) {
        Duration age = untagged.age();
        Integer pushes = untagged.pushes();
        return untagged.action() != Action.KEEP
                && ((age != null && age.compareTo(LONGEST_UNTAGGED) <= 0)
                        || (pushes != null && pushes <= MOST_UNTAGGED));
    }

    private static Judgement strict(RepositoryState state, Terms terms, Ruling ruling, LifecyclePolicy policy) {
        String well = "has a lifecycle policy that bounds untagged and tagged images";
        if (terms.level() != PolicyLevel.STRICT) {
            return ruling.pass(well);
        }
        return terms.tagged().isEmpty()
                ? ruling.unknown(well + "; how long the tag that is pushed stays is not known, as no image is named")
                : TagSurvival.judge(state, terms, ruling, policy);
    }
}
