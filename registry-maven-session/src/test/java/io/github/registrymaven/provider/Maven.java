package io.github.registrymaven.provider;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.supplier.RepositorySystemSupplier;

/** Maven's own Resolver, with a local repository in a folder of the test. */
final class Maven {
    private final RepositorySystem system = new RepositorySystemSupplier().get();
    private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();

    Maven(Path local) {
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(local.toFile())));
    }

    RepositorySystem system() {
        return system;
    }

    RepositorySystemSession session() {
        return session;
    }

    Maven offline() {
        session.setOffline(true);
        return this;
    }

    ProviderRepository from(Path repository) {
        return new ProviderRepository(
                system,
                session,
                List.of(new RemoteRepository.Builder(
                                "test", "default", repository.toUri().toString())
                        .build()));
    }
}
