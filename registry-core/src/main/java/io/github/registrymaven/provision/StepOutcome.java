package io.github.registrymaven.provision;

import io.github.registrymaven.preflight.Finding;

/** What became of a step. */
public sealed interface StepOutcome {
    Step step();

    /** It was done. */
    record Done(Step step) implements StepOutcome {}

    /**
     * There was nothing left to do.
     *
     * @param why somebody else did it, or something else, since the plan was made
     */
    record NotNeeded(Step step, String why) implements StepOutcome {}

    /** It was tried, and refused or not answered. */
    record Failed(Step step, Finding finding) implements StepOutcome {}

    /**
     * It was not tried.
     *
     * @param why as a clause
     */
    record NotTried(Step step, String why) implements StepOutcome {}
}
