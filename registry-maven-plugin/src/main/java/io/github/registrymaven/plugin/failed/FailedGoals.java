package io.github.registrymaven.plugin.failed;

import io.github.registrymaven.plugin.listening.PassingListener;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** Notes which goals of a session fail that may have pushed an image. Thread-safe. */
final class FailedGoals extends PassingListener {
    private static final String KEY = "io.github.registrymaven.failed/1";

    private final List<FailedGoal> failed = new ArrayList<>();
    private final @Nullable Earshot earshot;

    private FailedGoals(@Nullable ExecutionListener others, @Nullable Earshot earshot) {
        super(others);
        this.earshot = earshot;
    }

    /** The first that comes listens, where a build has the plugin in several versions or class realms. */
    static void listenTo(MavenSession session) {
        // What goals of several modules print at the same time is nobody's in particular.
        boolean oneByOne = session.getRequest().getDegreeOfConcurrency() <= 1;
        FailedGoals goals =
                new FailedGoals(session.getRequest().getExecutionListener(), oneByOne ? new Earshot() : null);
        SessionData data = session.getRepositorySession().getData();
        if (data.get(KEY) == null && data.set(KEY, null, goals)) {
            session.getRequest().setExecutionListener(goals);
        }
    }

    /** Null where somebody else listens, or nobody does. */
    static @Nullable FailedGoals of(MavenSession session) {
        Object listener = session.getRepositorySession().getData().get(KEY);
        return listener instanceof FailedGoals ? (FailedGoals) listener : null;
    }

    @Override
    public void mojoStarted(ExecutionEvent event) {
        super.mojoStarted(event);
        // After the others, any of which may stop the build instead.
        if (earshot != null && PushingTool.of(event.getMojoExecution()) == PushingTool.RUNS_OTHERS) {
            earshot.open();
        }
    }

    @Override
    public void mojoSucceeded(ExecutionEvent event) {
        silence();
        super.mojoSucceeded(event);
    }

    @Override
    public void mojoFailed(ExecutionEvent event) {
        String heard = silence();
        super.mojoFailed(event);
        PushingTool tool = PushingTool.of(event.getMojoExecution());
        if (tool != PushingTool.NONE) {
            note(new FailedGoal(event.getMojoExecution(), event.getProject(), heard, event.getException()));
        }
    }

    /** Ends the listening. */
    List<FailedGoal> end() {
        silence();
        synchronized (failed) {
            return List.copyOf(failed);
        }
    }

    private void note(FailedGoal goal) {
        synchronized (failed) {
            failed.add(goal);
        }
    }

    private String silence() {
        return earshot == null ? "" : earshot.close();
    }
}
