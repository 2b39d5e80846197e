package io.github.registrymaven.plugin.listening;

import java.util.function.Consumer;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the listener that a session has and passes every event on. A class and no proxy, as a proxy may not throw
 * what stops a build ({@code Gate}).
 */
public abstract class PassingListener implements ExecutionListener {
    private final @Nullable ExecutionListener others;

    /**
     * A listener in front of another.
     *
     * @param others the listener that the session had, if it had one
     */
    protected PassingListener(@Nullable ExecutionListener others) {
        this.others = others;
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
    public void mojoStarted(ExecutionEvent event) {
        tell(listener -> listener.mojoStarted(event));
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
