package io.github.registrymaven.policy.rules;

import java.util.List;

/** One word for several things that one state governs: a rule is kept where it is kept for each of them. */
final class Worst {
    private static final List<Outcome> FIRST =
            List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS, Outcome.NOT_APPLICABLE);

    private Worst() {}

    /** Of those that are as bad the first. */
    static Judgement of(List<Judgement> judgements) {
        Judgement worst = judgements.get(0);
        for (Judgement judgement : judgements) {
            if (FIRST.indexOf(judgement.outcome()) < FIRST.indexOf(worst.outcome())) {
                worst = judgement;
            }
        }
        return worst;
    }
}
