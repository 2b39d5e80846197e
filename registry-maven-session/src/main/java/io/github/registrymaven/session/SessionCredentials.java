package io.github.registrymaven.session;

import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.credential.NamedServer;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Where a session finds logins: settings.xml first, then what docker-style tools use. */
public final class SessionCredentials {
    private SessionCredentials() {}

    /**
     * Looks in the same places, in the same order, as a preflight does.
     *
     * @param serverId the one server to use, where the user named one
     */
    public static CredentialResolver of(MavenSession session, SettingsDecrypter decrypter, @Nullable String serverId) {
        return SessionSurroundings.of(session, decrypter)
                .credentials(NamedServer.of(serverId, List.of()), () -> CredentialChain.HELPER_TIMEOUT);
    }
}
