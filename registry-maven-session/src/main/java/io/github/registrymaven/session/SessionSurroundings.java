package io.github.registrymaven.session;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.Surroundings;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The machine, and the logins and proxies of settings.xml. */
public final class SessionSurroundings {
    private SessionSurroundings() {}

    public static Surroundings of(MavenSession session, SettingsDecrypter decrypter) {
        return new Surroundings(
                Machine.current(),
                new SettingsServers(session.getSettings().getServers(), session.getSystemProperties(), decrypter)
                        .read(),
                new SettingsProxies(session, decrypter).read());
    }
}
