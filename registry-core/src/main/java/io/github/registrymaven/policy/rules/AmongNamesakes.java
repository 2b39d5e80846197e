package io.github.registrymaven.policy.rules;

import io.github.registrymaven.policy.RepositoryState;
import java.util.List;

/**
 * A rule where several repositories may be the one that an image goes to: that one breaks it for certain only where all of them
 * do.
 */
record AmongNamesakes(StateRule rule) implements StateRule {
    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public Judgement judge(RepositoryState state, Terms terms) {
        Judgement own = rule.judge(state, terms);
        if (own.outcome() != Outcome.FAIL) {
            return own;
        }
        for (RepositoryState other : state.namesakes()) {
            if (rule.judge(other, terms).outcome() != Outcome.FAIL) {
                return unknown(
                        own,
                        own.fact() + ", and whether the image goes to it or to " + other.subject() + " (" + other.at()
                                + ") is not known");
            }
        }
        return own;
    }

    private static Judgement unknown(Judgement own, String fact) {
        return new Judgement(
                own.rule(),
                own.subject(),
                own.location(),
                own.source(),
                Outcome.UNKNOWN,
                own.level(),
                fact,
                null,
                List.of());
    }
}
