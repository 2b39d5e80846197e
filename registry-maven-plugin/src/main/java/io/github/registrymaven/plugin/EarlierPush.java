package io.github.registrymaven.plugin;

import io.github.registrymaven.session.PushGoals;
import io.github.registrymaven.session.SameExecution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether this build pushes or deploys before its images are checked. In the {@code deploy} phase Maven runs
 * maven-deploy-plugin first and the rest in the order of the merged POM, so a check there may come too late.
 */
final class EarlierPush {
    /** The phase to bind the check to, by the phase of what it must precede. */
    private static final Map<String, String> PHASE_BEFORE = Map.of(
            "deploy", "verify",
            "install", "verify",
            "verify", "package",
            "package", "prepare-package");

    private final LifecycleExecutor lifecycle;
    private final MavenSession session;
    private final MojoExecution check;

    EarlierPush(LifecycleExecutor lifecycle, MavenSession session, MojoExecution check) {
        this.lifecycle = lifecycle;
        this.session = session;
        this.check = check;
    }

    /** A warning that says what comes before the check, and how to bind the check earlier. */
    Optional<String> find() {
        if (check.getLifecyclePhase() == null) {
            return Optional.empty();
        }
        List<MojoExecution> before = new ArrayList<>();
        for (MojoExecution planned : plan()) {
            if (SameExecution.is(planned, check)) {
                return before.isEmpty() ? Optional.empty() : Optional.of(warning(before));
            }
            if (PushGoals.isPush(planned.getArtifactId(), planned.getGoal())) {
                before.add(planned);
            }
        }
        return Optional.empty();
    }

    private List<MojoExecution> plan() {
        try {
            String[] goals = session.getGoals().toArray(new String[0]);
            return lifecycle.calculateExecutionPlan(session, goals).getMojoExecutions();
        } catch (Exception noPlan) { // declares nine kinds; without a plan there is just no warning
            return List.of();
        }
    }

    private String warning(List<MojoExecution> before) {
        MojoExecution first = before.get(0);
        String earlier = earlierPhase(first.getLifecyclePhase());
        StringBuilder text = new StringBuilder("this check comes too late to stop ");
        text.append(name(first));
        text.append(", which ran before it in phase ").append(first.getLifecyclePhase());
        if (earlier != null) {
            text.append(". Bind the check earlier: in the <execution> \"")
                    .append(check.getExecutionId())
                    .append("\" of registry-maven-plugin set <phase>")
                    .append(earlier)
                    .append("</phase>");
        }
        return text.toString();
    }

    private static @Nullable String earlierPhase(@Nullable String phase) {
        return phase == null ? null : PHASE_BEFORE.get(phase);
    }

    private static String name(MojoExecution execution) {
        return execution.getArtifactId() + ":" + execution.getGoal() + " (" + execution.getExecutionId() + ")";
    }
}
