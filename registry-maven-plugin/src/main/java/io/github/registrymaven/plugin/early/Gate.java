package io.github.registrymaven.plugin.early;

import java.util.function.Consumer;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every goal of the session. Of all hooks only this one is called for projects without our plugin too: Maven 3
 * shows a {@code MojoExecutionListener} to those projects alone that declare it (tried with 3.6.3, 3.8.9, 3.9.16, 3.10.0).
 */
final class Gate implements ExecutionListener {
    private final EarlyPreflight early;
    private final @Nullable ExecutionListener others;

    Gate(EarlyPreflight early, @Nullable ExecutionListener others) {
        this.early = early;
        this.others = others;
    }

    @Override
    public void mojoStarted(ExecutionEvent event) {
        try {
            early.before(event.getMojoExecution(), event.getProject());
        } catch (LifecycleExecutionException stop) {
            throw Gate.<RuntimeException>undeclared(stop);
        }
        tell(listener -> listener.mojoStarted(event));
    }

    /**
     * Throws what the listener's interface does not declare: Maven prints the message of this exception alone and as it is, and
     * goes on with other modules under {@code --fail-at-end}; a RuntimeException would halt them.
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E undeclared(LifecycleExecutionException stop) throws E {
        throw (E) stop;
    }

    private void tell(Consumer<ExecutionListener> event) {
        if (others != null) {
            event.accept(others);
        }
    }

    @Override
    public void projectDiscoveryStarted(ExecutionEvent event) {
        tell(listener -> listener.projectDiscoveryStarted(event));
    }

    @Override
    public void sessionStarted(ExecutionEvent event) {
        tell(listener -> listener.sessionStarted(event));
    }

    @Override
    public void sessionEnded(ExecutionEvent event) {
        tell(listener -> listener.sessionEnded(event));
    }

    @Override
    public void projectSkipped(ExecutionEvent event) {
        tell(listener -> listener.projectSkipped(event));
    }

    @Override
    public void projectStarted(ExecutionEvent event) {
        tell(listener -> listener.projectStarted(event));
    }

    @Override
    public void projectSucceeded(ExecutionEvent event) {
        tell(listener -> listener.projectSucceeded(event));
    }

    @Override
    public void projectFailed(ExecutionEvent event) {
        tell(listener -> listener.projectFailed(event));
    }

    @Override
    public void mojoSkipped(ExecutionEvent event) {
        tell(listener -> listener.mojoSkipped(event));
    }

    @Override
    public void mojoSucceeded(ExecutionEvent event) {
        tell(listener -> listener.mojoSucceeded(event));
    }

    @Override
    public void mojoFailed(ExecutionEvent event) {
        tell(listener -> listener.mojoFailed(event));
    }

    @Override
    public void forkStarted(ExecutionEvent event) {
        tell(listener -> listener.forkStarted(event));
    }

    @Override
    public void forkSucceeded(ExecutionEvent event) {
        tell(listener -> listener.forkSucceeded(event));
    }

    @Override
    public void forkFailed(ExecutionEvent event) {
        tell(listener -> listener.forkFailed(event));
    }

    @Override
    public void forkedProjectStarted(ExecutionEvent event) {
        tell(listener -> listener.forkedProjectStarted(event));
    }

    @Override
    public void forkedProjectSucceeded(ExecutionEvent event) {
        tell(listener -> listener.forkedProjectSucceeded(event));
    }

    @Override
    public void forkedProjectFailed(ExecutionEvent event) {
        tell(listener -> listener.forkedProjectFailed(event));
    }
}
