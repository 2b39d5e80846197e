package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.lifecycle.Action;
import io.github.registrymaven.policy.lifecycle.LifecyclePolicy;
import io.github.registrymaven.policy.lifecycle.Outlook;
import io.github.registrymaven.policy.lifecycle.Pushed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** {@code requireTagSurvives}: the tag that this build pushes is there as long as it is needed. */
final class TagSurvival implements StateRule {
    private static final double MINUTES_PER_DAY = 1440;
    private static final List<Outcome> WORST_FIRST = List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS);

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
            Pushed pushed = terms.pushed();
            if (pushed == null || pushed.tags().isEmpty()) {
                return ruling.notApplicable("is pushed to by no image with a tag that is named here");
            }
            return policies.judge(
                    state,
                    ruling,
                    lifecycle,
                    absent -> absent.pass("deletes no image"),
                    policy -> judge(state, terms, ruling, policy, pushed));
        });
    }

    static Judgement judge(RepositoryState state, Terms terms, Ruling ruling, LifecyclePolicy policy, Pushed pushed) {
        Judgement worst = null;
        for (Prospect prospect : Prospect.of(policy, pushed, terms.moving(pushed.tags()))) {
            Judgement judgement = judge(state, terms, ruling, prospect);
            worst = worst == null ? judgement : worse(worst, judgement);
        }
        return Objects.requireNonNull(worst, "each push comes to something");
    }

    /** Of two that are as bad, the later. */
    private static Judgement worse(Judgement one, Judgement other) {
        return WORST_FIRST.indexOf(one.outcome()) < WORST_FIRST.indexOf(other.outcome()) ? one : other;
    }

    private static Judgement judge(RepositoryState state, Terms terms, Ruling ruling, Prospect prospect) {
        String tag = String.join(", ", prospect.tags());
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
