package io.github.registrymaven.policy.rules;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What one rule is about to say of one repository. */
final class Ruling {
    private final String rule;
    private final RepositoryState state;
    private final PolicyLevel level;
    private final String at;

    private Ruling(String rule, RepositoryState state, PolicyLevel level, String at) {
        this.rule = rule;
        this.state = state;
        this.level = level;
        this.at = at;
    }

    /** Judges a setting that was seen; the others judge themselves. */
    static <T> Judgement of(
            String rule,
            RepositoryState state,
            PolicyLevel level,
            Setting<T> setting,
            BiFunction<Ruling, T, Judgement> judge) {
        Ruling ruling = new Ruling(rule, state, level, state.at());
        if (setting instanceof Setting.Seen<T> seen) {
            return judge.apply(new Ruling(rule, state, level, place(state, seen.at())), seen.value());
        }
        if (setting instanceof Setting.Unseen<T> unseen) {
            return ruling.unknown("was not seen as a whole: " + unseen.reason());
        }
        return ruling.notApplicable(none((Setting.Inapplicable<T>) setting));
    }

    /**
     * The same, of a setting that is asked for. What only a larger SKU has is not, except by who asks for all that can be had; a rule
     * about what a setting does has nothing to say where there is none.
     *
     * @param instead what does it where the SKU has no such setting, and how to come by it
     */
    static <T> Judgement ofWanted(
            String rule,
            RepositoryState state,
            PolicyLevel level,
            Setting<T> setting,
            String instead,
            List<Remedy> remedies,
            BiFunction<Ruling, T, Judgement> judge) {
        boolean lacksSku = setting instanceof Setting.Inapplicable<T> inapplicable
                && inapplicable.reason().contains("Premium");
        return lacksSku && level == PolicyLevel.STRICT
                ? new Ruling(rule, state, level, state.at())
                        .fail(none((Setting.Inapplicable<T>) setting), instead, remedies)
                : of(rule, state, level, setting, judge);
    }

    private static String none(Setting.Inapplicable<?> setting) {
        return "has no such setting: " + setting.reason();
    }

    /** What is live is found by its host; what an API's answer is called helps nobody. */
    private static String place(RepositoryState state, String at) {
        return state.source() == RepositoryState.Source.LIVE ? state.at() : at;
    }

    Judgement pass(String fact) {
        return judgement(Outcome.PASS, fact, null, List.of());
    }

    Judgement fail(String fact, String wanted, List<Remedy> remedies) {
        String doubt = state.doubt();
        return doubt == null
                ? judgement(Outcome.FAIL, fact, wanted, remedies)
                : unknown(fact + ", if it is made at all: " + doubt);
    }

    Judgement unknown(String fact) {
        return judgement(Outcome.UNKNOWN, fact, null, List.of());
    }

    Judgement notApplicable(String fact) {
        return judgement(Outcome.NOT_APPLICABLE, fact, null, List.of());
    }

    PolicyLevel level() {
        return level;
    }

    private Judgement judgement(Outcome outcome, String fact, @Nullable String wanted, List<Remedy> remedies) {
        return new Judgement(rule, state.subject(), at, state.source(), outcome, level, fact, wanted, remedies);
    }
}
