package io.github.registrymaven.policy.rules;

import java.util.Locale;

/** Whether a rule is kept. */
public enum Outcome {
    PASS,
    FAIL,
    /** What decides it could not be read or is not settled. */
    UNKNOWN,
    /** There is nothing here that the rule could be about. */
    NOT_APPLICABLE;

    /** The word in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
