package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.rules.Judgement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** All that a rule says of a module, or of all modules alike, each with the images that it is about. */
final class Answer {
    private final Map<Judgement, List<String>> judgements;
    private final AtomicBoolean reported = new AtomicBoolean();

    Answer(Map<Judgement, List<String>> judgements) {
        this.judgements = judgements;
    }

    Map<Judgement, List<String>> judgements() {
        return judgements;
    }

    /** Whether nobody has asked this before: what is said of all modules alike is in the report of the first. */
    boolean isNew() {
        return !judgements.isEmpty() && reported.compareAndSet(false, true);
    }
}
