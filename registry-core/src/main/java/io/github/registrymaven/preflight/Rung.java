package io.github.registrymaven.preflight;

import org.jspecify.annotations.Nullable;

/** One rung of the ladder: draws one conclusion from what was seen, and asks nothing itself. */
interface Rung {
    Stage stage();

    /** The check's name in every output. */
    String id();

    /** The conclusion; null where the rung does not apply to this image. */
    @Nullable
    Finding judge(Observation seen);

    default Finding pass(String summary) {
        return Finding.of(id(), stage(), Verdict.PASS, summary);
    }

    default Finding fail(String summary) {
        return Finding.of(id(), stage(), Verdict.FAIL, summary);
    }

    default Finding warn(String summary) {
        return Finding.of(id(), stage(), Verdict.WARN, summary);
    }

    default Finding unknown(String summary) {
        return Finding.of(id(), stage(), Verdict.UNKNOWN, summary);
    }
}
