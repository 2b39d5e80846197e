package io.github.registrymaven.plugin.early;

import io.github.registrymaven.session.Phases;
import io.github.registrymaven.session.PushGoals;
import org.apache.maven.plugin.MojoExecution;

/** Which goals wait for the preflight: those that publish, and from the tests on all, as they may take long. */
final class Waiting {
    private Waiting() {}

    static boolean isDue(MojoExecution goal) {
        String phase = goal.getLifecyclePhase();
        boolean longWork = phase != null && Phases.reaches(phase, "test");
        return longWork || PushGoals.mayPush(goal.getArtifactId(), goal.getGoal());
    }
}
