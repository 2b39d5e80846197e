package io.github.registrymaven.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;

class SessionEndTest {
    private final List<String> heard = new ArrayList<>();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final ExecutionEvent event = event();

    @Test
    void runsAtTheEndAndTheListenerBeforeHearsEverything() {
        request.setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void projectStarted(ExecutionEvent started) {
                heard.add("project started");
            }

            @Override
            public void sessionEnded(ExecutionEvent ended) {
                heard.add("session ended");
            }
        });

        SessionEnd.run(request, () -> heard.add("last"));
        Objects.requireNonNull(request.getExecutionListener()).projectStarted(event);
        request.getExecutionListener().sessionEnded(event);

        assertThat(heard).containsExactly("project started", "session ended", "last");
    }

    @Test
    void runsWhereNobodyListensYet() {
        SessionEnd.run(request, () -> heard.add("last"));
        Objects.requireNonNull(request.getExecutionListener()).mojoStarted(event);
        request.getExecutionListener().sessionEnded(event);

        assertThat(heard).containsExactly("last");
    }

    /** Nobody looks into it. */
    private static ExecutionEvent event() {
        return (ExecutionEvent) java.lang.reflect.Proxy.newProxyInstance(
                ExecutionEvent.class.getClassLoader(),
                new Class<?>[] {ExecutionEvent.class},
                (proxy, method, arguments) -> null);
    }
}
