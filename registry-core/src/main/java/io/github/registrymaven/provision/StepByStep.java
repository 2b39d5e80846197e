package io.github.registrymaven.provision;

import io.github.registrymaven.diagnosis.Cause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does steps one after the other, and ends where to go on would be in vain. */
public final class StepByStep {
    /** Failures of one step, which say nothing about the next; any other is of the way there. */
    private static final Set<Cause> OF_THE_STEP =
            EnumSet.of(Cause.PERMISSION_DENIED, Cause.REPOSITORY_NOT_FOUND, Cause.QUOTA_EXCEEDED, Cause.UNKNOWN);

    private StepByStep() {}

    /** Does one step. */
    public interface Doing {
        StepOutcome of(Step step) throws InterruptedException;
    }

    /** One outcome for each step. */
    public static List<StepOutcome> run(List<Step> steps, Doing doing) throws InterruptedException {
        List<StepOutcome> outcomes = new ArrayList<>();
        Set<String> baseless = new HashSet<>();
        String end = null;
        for (Step step : steps) {
            String why = end == null && baseless.contains(step.repository())
                    ? "the repository is not there, as a step before failed"
                    : end;
            StepOutcome outcome = why == null ? doing.of(step) : new StepOutcome.NotTried(step, why);
            outcomes.add(outcome);
            if (outcome instanceof StepOutcome.Failed failed) {
                if (step.basis()) {
                    baseless.add(step.repository());
                }
                end = reasonToEnd(failed);
            }
        }
        return outcomes;
    }

    private static @Nullable String reasonToEnd(StepOutcome.Failed failed) {
        Cause cause = failed.finding().cause();
        return cause == null || OF_THE_STEP.contains(cause)
                ? null
                : "a step before ended with " + cause.id() + ", which the next would meet as well";
    }
}
