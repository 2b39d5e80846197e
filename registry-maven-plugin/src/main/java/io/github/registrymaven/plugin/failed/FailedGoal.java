package io.github.registrymaven.plugin.failed;

import io.github.registrymaven.credential.LookupOrder;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that failed, in which project, and all that is known of why. */
final class FailedGoal {
    private static final int DEPTH = 30;

    private final MojoExecution execution;
    private final MavenProject project;
    private final String heard;
    private final @Nullable Throwable thrown;

    /**
     * A goal that failed.
     *
     * @param heard what it printed, where somebody listened
     */
    FailedGoal(MojoExecution execution, MavenProject project, String heard, @Nullable Throwable thrown) {
        this.execution = execution;
        this.project = project;
        this.heard = heard;
        this.thrown = thrown;
    }

    MavenProject project() {
        return project;
    }

    PushingTool tool() {
        return PushingTool.of(execution);
    }

    /** Whether an image was found in this very execution, by what discovery says of where. */
    boolean isPlace(String foundIn) {
        return foundIn.startsWith(
                execution.getArtifactId() + ":" + execution.getGoal() + " (execution " + execution.getExecutionId());
    }

    /** The image that it had another program push, where its configuration says so. */
    Optional<String> commanded() {
        return tool() == PushingTool.RUNS_OTHERS ? PushCommand.image(execution.getConfiguration()) : Optional.empty();
    }

    /** Where the program of {@link #commanded} looks for its login. */
    LookupOrder order() {
        return PushCommand.order(execution.getConfiguration());
    }

    /** Such as {@code jib-maven-plugin:build (push) of service}. */
    String name() {
        return execution.getArtifactId() + ":" + execution.getGoal() + " (" + execution.getExecutionId() + ") of "
                + project.getArtifactId();
    }

    /**
     * What was printed, and the messages of the exception and its causes, as a log with a stack trace has them. The exception is of the other
     * plugin's classes, so nothing but its texts can be read.
     */
    String text() {
        Set<String> lines = new LinkedHashSet<>();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEPTH; depth++) {
            lines.add(each.toString());
            if (each instanceof AbstractMojoExecutionException) {
                String more = ((AbstractMojoExecutionException) each).getLongMessage();
                if (more != null) {
                    lines.add(more);
                }
            }
            each = each.getCause();
        }
        return heard + "\n" + String.join("\nCaused by: ", lines) + "\n";
    }
}
