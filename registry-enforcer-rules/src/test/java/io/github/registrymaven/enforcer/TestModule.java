package io.github.registrymaven.enforcer;

import java.lang.reflect.Proxy;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;

/** A module that a rule may be run for. */
final class TestModule {
    private TestModule() {}

    static JudgedModule ofABuildThatPushesNothing() {
        return of(new MavenProject());
    }

    /** In a build that pushes nothing. */
    @SuppressWarnings("deprecation") // the other way to a session is to mock one
    static JudgedModule of(MavenProject project) {
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of());
        return new JudgedModule(
                session,
                project,
                new MojoExecution(null, "enforce"),
                () -> unused(LifecycleExecutor.class),
                () -> unused(SettingsDecrypter.class),
                () -> unused(RepositorySystem.class));
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
