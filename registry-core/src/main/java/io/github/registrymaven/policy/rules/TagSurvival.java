package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.Action;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Outlook;
import io.github.registrymaven.policy.lifecycle.Pushed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code requireTagSurvives}: the tag that this build pushes is there as long as it is needed. */
final class TagSurvival implements StateRule {
    private static final double MINUTES_PER_DAY = 1440;

    private final ReadPolicies policies;

    TagSurvival(ReadPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "requireTagSurvives";
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        return Ruling.of(name(), state, terms.level(), state.lifecycle(), (ruling, lifecycle) -> {
            if (terms.tagged().isEmpty()) {
                return ruling.notApplicable("is pushed to by no image with a tag that is named here");
            }
            return policies.judge(
                    state,
                    ruling,
                    lifecycle,
                    absent -> absent.pass("deletes no image"),
                    policy -> judge(state, terms, ruling, policy));
        });
    }

    /** What the policy does to the tags that are pushed, of which there are some. */
    static Judgement judge(RepositoryState state, Terms terms, Ruling ruling, LifecyclePolicy policy) {
        List<Pushed> tagged = terms.tagged();
        List<Judgement> judgements = new ArrayList<>();
        for (Pushed pushed : tagged) {
            for (Prospect prospect : Prospect.of(policy, pushed, terms.moving(pushed.tags()))) {
                judgements.add(judge(state, terms, ruling, prospect, pushed.shown(prospect.tags(), tagged.size() > 1)));
            }
        }
        Judgement worst = Worst.of(judgements);
        int others = tagged.size() - 1;
        return others == 0 || worst.outcome() != Outcome.PASS
                ? worst
                : ruling.pass(worst.fact() + "; nor "
                        + (others == 1 ? "does 1 other package" : "do " + others + " other packages")
                        + " lose a tag too soon");
    }

    private static Judgement judge(RepositoryState state, Terms terms, Ruling ruling, Prospect prospect, String tag) {
        Outlook outlook = prospect.outlook();
        if (outlook.action() == Action.UNKNOWN) {
            return ruling.unknown(
                    "has a lifecycle policy, and what it does to " + tag + " is not known: " + outlook.reason());
        }
        if (outlook.action() == Action.KEEP) {
            return ruling.pass("never deletes " + tag + ": " + outlook.reason());
        }
        String fact = (outlook.action() == Action.ARCHIVE ? "archives " : "deletes ") + tag + when(outlook)
                + prospect.unless() + ": " + outlook.reason();
        return survives(outlook, terms)
                ? ruling.pass(fact)
                : ruling.fail(
                        fact,
                        "that it stays for " + terms.retention().toDays() + " days or " + terms.versions() + " pushes",
                        LifecycleRemedies.of(state));
    }

    /** Where age and pushes both have to come, the later of them is what counts. */
    private static boolean survives(Outlook outlook, Terms terms) {
        Duration age = outlook.age();
        if (age != null && age.compareTo(terms.retention()) >= 0) {
            return true;
        }
        Integer pushes = outlook.pushes();
        if (pushes == null || pushes < terms.versions()) {
            return false;
        }
        Double rate = terms.pushesPerDay();
        return rate == null
                || rate <= 0
                || Duration.ofMinutes((long) (pushes / rate * MINUTES_PER_DAY)).compareTo(terms.retention()) >= 0;
    }

    private static String when(Outlook outlook) {
        Duration age = outlook.age();
        Integer pushes = outlook.pushes();
        String days = age == null ? "" : " after " + (age.toDays() == 1 ? "1 day" : age.toDays() + " days");
        String more = pushes == null ? "" : " after " + pushes + " more push" + (pushes == 1 ? "" : "es");
        return days + (days.isEmpty() || more.isEmpty() ? "" : " and") + more;
    }
}
