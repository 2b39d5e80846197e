package io.github.registrymaven.enforcer;

import java.lang.reflect.Proxy;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A module that a rule may be run for. */
final class TestModule {
    private TestModule() {}

    @SuppressWarnings("deprecation") // the other way to a session is to mock one
    static JudgedModule ofABuildThatPushesNothing() {
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of());
        LifecycleExecutor unused = LifecycleExecutor.class.cast(Proxy.newProxyInstance(
                LifecycleExecutor.class.getClassLoader(),
                new Class<?>[] {LifecycleExecutor.class},
                (self, method, values) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        return new JudgedModule(session, new MavenProject(), unused);
    }
}
