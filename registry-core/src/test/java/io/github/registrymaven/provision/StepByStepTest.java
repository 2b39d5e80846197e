package io.github.registrymaven.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepByStepTest {
    private final List<String> done = new ArrayList<>();

    private static Step step(String repository, String call, boolean basis) {
        return new Step(repository, "does it", call, Map.of(), call, call, List.of(), basis);
    }

    private static final List<Step> STEPS = List.of(
            step("a", "create", true),
            step("a", "lifecycle", false),
            step("b", "tags", false),
            step("b", "scan", false));

    private List<String> run(String failing, Cause cause) throws InterruptedException {
        return StepByStep.run(STEPS, step -> {
                    done.add(step.repository() + " " + step.call());
                    return step.call().equals(failing)
                            ? new StepOutcome.Failed(
                                    step,
                                    Finding.of("provision", Stage.REPOSITORY, Verdict.UNKNOWN, "no")
                                            .because(cause))
                            : new StepOutcome.Done(step);
                })
                .stream()
                .map(outcome -> outcome.getClass().getSimpleName())
                .toList();
    }

    @Test
    void doesAllInTheirOrder() throws InterruptedException {
        assertThat(run("", Cause.UNKNOWN)).containsOnly("Done").hasSize(4);
        assertThat(done).containsExactly("a create", "a lifecycle", "b tags", "b scan");
    }

    @Test
    void triesNothingInARepositoryThatCouldNotBeMade() throws InterruptedException {
        assertThat(run("create", Cause.PERMISSION_DENIED)).containsExactly("Failed", "NotTried", "Done", "Done");
        assertThat(done).doesNotContain("a lifecycle");
    }

    @Test
    void goesOnAfterAStepThatTheNextDoesNotNeed() throws InterruptedException {
        assertThat(run("tags", Cause.PERMISSION_DENIED)).containsExactly("Done", "Done", "Failed", "Done");
    }

    @Test
    void endsWhereTheNextWouldMeetTheSame() throws InterruptedException {
        assertThat(run("create", Cause.RATE_LIMITED)).containsExactly("Failed", "NotTried", "NotTried", "NotTried");
        assertThat(done).containsExactly("a create");
    }
}
