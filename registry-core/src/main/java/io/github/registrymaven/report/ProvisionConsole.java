package io.github.registrymaven.report;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.RepositoryPlan;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import java.util.ArrayList;
import java.util.List;

/** What repositories need and what was done about it, for the eyes of whoever runs the build. */
public final class ProvisionConsole {
    private ProvisionConsole() {}

    /** One repository of a plan: a line where nothing is to be done or told, otherwise a block. */
    public static String of(Plan plan, RepositoryPlan repository) {
        String name = plan.host() + "/" + repository.repository();
        Block block = new Block().headline(name + needs(repository)).emptyLine();
        int number = 0;
        for (Step step : repository.steps()) {
            number++;
            List<String> lines = new ArrayList<>();
            lines.add(step.summary());
            lines.addAll(step.consequences());
            lines.add(step.shown());
            lines.add(step.command());
            block.section("step " + number, lines);
        }
        block.section("kept", repository.kept());
        for (Finding unseen : repository.unseen()) {
            block.section("unseen", unseen.summary());
            block.section("seen", unseen.evidence());
            block.remedies(unseen.remedies());
        }
        return block.text();
    }

    private static String needs(RepositoryPlan repository) {
        if (!repository.steps().isEmpty()) {
            return " needs " + count(repository.steps().size());
        }
        return repository.unseen().isEmpty() ? " needs nothing" : " needs nothing as far as it is shown";
    }

    /** Why nothing can be planned. */
    public static String of(Finding obstacle) {
        Block block = new Block().headline(obstacle.summary());
        Cause cause = obstacle.cause();
        if (obstacle.evidence().isEmpty() && obstacle.remedies().isEmpty()) {
            return block.text();
        }
        block.emptyLine();
        if (cause != null) {
            block.section("cause", cause.id());
        }
        return block.section("seen", obstacle.evidence())
                .remedies(obstacle.remedies())
                .text();
    }

    /** One step that was to be done. */
    public static String of(StepOutcome outcome) {
        String step = outcome.step().repository() + ": " + outcome.step().call();
        if (outcome instanceof StepOutcome.Done) {
            return Block.harmless(step + " is done: " + outcome.step().summary());
        }
        if (outcome instanceof StepOutcome.NotNeeded notNeeded) {
            return Block.harmless(step + " is not needed any more: " + notNeeded.why());
        }
        if (outcome instanceof StepOutcome.NotTried notTried) {
            return Block.harmless(step + " was not tried: " + notTried.why());
        }
        return of(((StepOutcome.Failed) outcome).finding());
    }

    /** What a plan comes to. */
    public static String total(List<Plan> plans) {
        int steps = plans.stream().mapToInt(plan -> plan.steps().size()).sum();
        boolean unseen = plans.stream()
                .flatMap(plan -> plan.repositories().stream())
                .anyMatch(repository -> !repository.unseen().isEmpty());
        boolean stopped = plans.stream()
                .map(Plan::obstacle)
                .anyMatch(obstacle -> obstacle != null && obstacle.verdict() != Verdict.SKIPPED);
        if (steps == 0 && stopped) {
            return "nothing is planned, as told above";
        }
        return steps == 0
                ? "nothing is to be done" + (unseen ? ", as far as it is shown" : "")
                : count(steps) + (steps == 1 ? " is" : " are") + " planned and not done; -Dregistry.apply does "
                        + (steps == 1 ? "it" : "them");
    }

    /** What was done of it. */
    public static String done(List<StepOutcome> outcomes) {
        long done = outcomes.stream()
                .filter(outcome -> outcome instanceof StepOutcome.Done || outcome instanceof StepOutcome.NotNeeded)
                .count();
        return done + " of " + count(outcomes.size()) + (outcomes.size() == 1 ? " is" : " are") + " done";
    }

    private static String count(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }
}
