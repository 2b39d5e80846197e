package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.report.PolicyJson;
import java.util.List;
import java.util.Map;

/** All that a rule says of a module, each with the images that it is about, and how its report says it. */
final class Answer {
    private final Map<Judgement, List<String>> judgements;
    private final String report;

    Answer(Map<Judgement, List<String>> judgements) {
        this.judgements = judgements;
        this.report = new PolicyJson().write(List.copyOf(judgements.keySet()));
    }

    Map<Judgement, List<String>> judgements() {
        return judgements;
    }

    String report() {
        return report;
    }
}
