package io.github.registrymaven.provider;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Where a provider is resolved from: the project's plugin repositories, in which the mirrors, proxies and logins of
 * settings.xml are already applied. Uses what Resolver has in Maven 3.6.3 and in Maven 4, and nothing of its util packages,
 * which Maven does not show to plugins.
 */
final class ProviderRepository {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    ProviderRepository(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    boolean isOffline() {
        return session.isOffline();
    }

    /** The jars of a provider and of what it needs, without the engine, which it shares with its caller. */
    List<URL> resolve(ProviderModule module) throws DependencyResolutionException {
        Dependency root = new Dependency(
                new DefaultArtifact(ProviderModule.GROUP, module.artifactId(), "jar", module.version()),
                "runtime",
                false,
                // As an exclusion, not by leaving the jar out afterwards: what only the engine brings goes with it, and
                // what a library needs as well stays.
                List.of(new Exclusion(ProviderModule.GROUP, "registry-core", "*", "*")));
        // As the root, so that the versions that the module's POM manages hold.
        CollectRequest collect = new CollectRequest(root, repositories);
        collect.setRequestContext("plugin");
        DependencyRequest request = new DependencyRequest(
                collect, (node, parents) -> node.getDependency() == null || isNeeded(node.getDependency()));
        List<URL> jars = new ArrayList<>();
        for (ArtifactResult result :
                system.resolveDependencies(session, request).getArtifactResults()) {
            jars.add(url(result));
        }
        return jars;
    }

    private static boolean isNeeded(Dependency dependency) {
        String scope = dependency.getScope();
        return !dependency.isOptional() && (scope.isEmpty() || scope.equals("compile") || scope.equals("runtime"));
    }

    @SuppressWarnings("deprecation") // getFile: getPath is not in the Resolver of Maven 3
    private static URL url(ArtifactResult result) {
        try {
            return result.getArtifact().getFile().toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
