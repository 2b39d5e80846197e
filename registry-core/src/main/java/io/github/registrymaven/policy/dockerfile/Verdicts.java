package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.RepositoryState.Source;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule says of a file, line by line. Not thread-safe. */
final class Verdicts {
    private final String rule;
    private final String shown;
    private final PolicyLevel level;
    private final List<Judgement> judgements = new ArrayList<>();

    /** @param shown the file's path for people */
    Verdicts(String rule, String shown, PolicyLevel level) {
        this.rule = rule;
        this.shown = shown;
        this.level = level;
    }

    /**
     * A line that breaks the rule.
     *
     * @param fact to be read after the file's name
     * @param change lines of the file as they should be
     */
    void fail(int line, String fact, String wanted, String title, String change) {
        Remedy remedy = new Remedy(title, List.of(), List.of(new Remedy.File(shown, change.stripTrailing() + "\n")));
        judgements.add(judgement(line, Outcome.FAIL, fact, wanted, List.of(remedy)));
    }

    void unknown(int line, String fact) {
        judgements.add(judgement(line, Outcome.UNKNOWN, fact, null, List.of()));
    }

    /** All that was said. */
    List<Judgement> all() {
        return List.copyOf(judgements);
    }

    /** All that was said; where nothing was, that the rule is kept. */
    List<Judgement> orPass(int line, String fact) {
        return judgements.isEmpty() ? List.of(judgement(line, Outcome.PASS, fact, null, List.of())) : all();
    }

    private Judgement judgement(
            int line, Outcome outcome, String fact, @Nullable String wanted, List<Remedy> remedies) {
        return new Judgement(rule, shown, shown + ":" + line, Source.DECLARED, outcome, level, fact, wanted, remedies);
    }
}
