package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.report.PolicyJson;
import java.util.List;
import java.util.stream.Collectors;

/** All that a rule says of a module, and how its report says it. */
final class Answer {
    final List<Said> said;
    final String report;

    Answer(List<Said> said) {
        this.said = List.copyOf(said);
        this.report =
                new PolicyJson().write(said.stream().map(each -> each.judgement).collect(Collectors.toList()));
    }

    /** A judgement, and the images that it is about. */
    static final class Said {
        final Judgement judgement;
        final List<String> images;

        Said(Judgement judgement, List<String> images) {
            this.judgement = judgement;
            this.images = images;
        }
    }
}
