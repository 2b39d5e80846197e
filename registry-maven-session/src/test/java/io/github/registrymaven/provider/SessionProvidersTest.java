package io.github.registrymaven.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.provider.ProviderLookup.Found;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.artifact.repository.MavenArtifactRepository;
import org.apache.maven.artifact.repository.layout.DefaultRepositoryLayout;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The providers of a Maven session, from the plugin repositories of its project. */
class SessionProvidersTest {
    @TempDir
    private Path folder;

    @Test
    void modulesShareThemAndTheEndOfTheSessionClosesThem() throws IOException {
        Jars jars = new Jars(folder.resolve("remote"));
        String version = ModuleVersion.own();
        String spi = Greeter.class.getName();
        jars.put(
                "registry-hello",
                version,
                Jars.files("registry-hello", version, spi, "Hello"),
                List.of(
                        "package io.github.registrymaven.test; public final class Late {}",
                        Jars.source("Hello", spi, "public String greet() { return new Late().toString(); }")),
                "");
        Maven maven = new Maven(folder.resolve("local"));
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        MavenSession session = session(maven, request, jars.repository());

        Providers first = Providers.of(session, maven.system());
        Providers second = Providers.of(session.clone(), maven.system());
        assertThat(request.getExecutionListener())
                .as("nothing is open yet that would have to be closed")
                .isNull();
        Found<Greeter> found = (Found<Greeter>) first.find(Greeter.class, "registry-hello");
        Objects.requireNonNull(request.getExecutionListener()).sessionEnded(event());

        assertThat(second).isSameAs(first);
        assertThatThrownBy(() -> found.provider().greet()).isInstanceOf(NoClassDefFoundError.class);
    }

    @SuppressWarnings("deprecation") // Maven itself still makes its sessions and repositories like this
    private static MavenSession session(Maven maven, MavenExecutionRequest request, Path repository) {
        var policy = new org.apache.maven.artifact.repository.ArtifactRepositoryPolicy(true, "always", "ignore");
        MavenProject project = new MavenProject(new Model());
        project.setPluginArtifactRepositories(List.of(new MavenArtifactRepository(
                "test", repository.toUri().toString(), new DefaultRepositoryLayout(), policy, policy)));
        MavenSession session = new MavenSession(null, maven.session(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        return session;
    }

    /** Nobody looks into it. */
    private static ExecutionEvent event() {
        return (ExecutionEvent) Proxy.newProxyInstance(
                ExecutionEvent.class.getClassLoader(),
                new Class<?>[] {ExecutionEvent.class},
                (proxy, method, arguments) -> null);
    }
}
