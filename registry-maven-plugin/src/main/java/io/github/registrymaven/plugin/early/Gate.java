package io.github.registrymaven.plugin.early;

import io.github.registrymaven.plugin.listening.PassingListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every goal of the session. Of all hooks only this one is called for projects without our plugin too: Maven 3
 * shows a {@code MojoExecutionListener} to those projects alone that declare it (tried with 3.6.3, 3.8.9, 3.9.16, 3.10.0).
 */
final class Gate extends PassingListener {
    private final EarlyPreflight early;

    Gate(EarlyPreflight early, @Nullable ExecutionListener others) {
        super(others);
        this.early = early;
    }

    @Override
    public void mojoStarted(ExecutionEvent event) {
        try {
            early.before(event.getMojoExecution(), event.getProject());
        } catch (LifecycleExecutionException stop) {
            throw Gate.<RuntimeException>undeclared(stop);
        }
        super.mojoStarted(event);
    }

    /**
     * Throws what the listener's interface does not declare: Maven prints the message of this exception alone and as it is, and
     * goes on with other modules under {@code --fail-at-end}; a RuntimeException would halt them.
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E undeclared(LifecycleExecutionException stop) throws E {
        throw (E) stop;
    }
}
