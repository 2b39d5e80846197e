package io.github.registrymaven.session;

import org.apache.maven.plugin.MojoExecution;

/** Whether an execution of a plan is the one that is running: a plan that is calculated anew has executions of its own. */
public final class SameExecution {
    private SameExecution() {}

    public static boolean is(MojoExecution planned, MojoExecution running) {
        return running.getArtifactId().equals(planned.getArtifactId())
                && running.getGoal().equals(planned.getGoal())
                && running.getExecutionId().equals(planned.getExecutionId());
    }
}
