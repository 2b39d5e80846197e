package io.github.registrymaven.session;

import io.github.registrymaven.preflight.LiveSimulation;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.provider.CloudOnDemand;
import io.github.registrymaven.provider.Providers;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What the lifecycle policy of a live repository does, asked with what a session has. */
public final class SessionSimulation {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final RepositorySystem system;

    public SessionSimulation(MavenSession session, SettingsDecrypter decrypter, RepositorySystem system) {
        this.session = session;
        this.decrypter = decrypter;
        this.system = system;
    }

    /** Asks for the repository of the request's first image. */
    public LiveSimulation.Outcome of(PreflightRequest request) throws InterruptedException {
        return LiveSimulation.of(
                request,
                SessionSurroundings.of(session, decrypter).with(CloudOnDemand.all(Providers.of(session, system))));
    }
}
