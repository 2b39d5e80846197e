package io.github.registrymaven.plugin;

import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.session.ConfigurationProblem;
import java.util.Locale;

/** From which verdict on a build fails. */
enum FailOn {
    FAIL,
    UNKNOWN,
    NEVER;

    static FailOn of(String text) throws ConfigurationProblem {
        for (FailOn value : values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw new ConfigurationProblem("registry.failOn is '" + text + "'; it takes fail, unknown or never");
    }

    boolean breaks(Verdict verdict) {
        return (verdict == Verdict.FAIL && this != NEVER) || (verdict == Verdict.UNKNOWN && this == UNKNOWN);
    }
}
