package io.github.registrymaven.session;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * The servers of settings.xml, decrypted. Maven 3 hands out encrypted passwords as they stand in the file, Maven 4 has
 * decrypted them before any plugin runs; one that cannot be decrypted is a problem to tell, never a password to send.
 */
final class SettingsServers {
    private final MavenSession session;
    private final SettingsDecrypter decrypter;

    SettingsServers(MavenSession session, SettingsDecrypter decrypter) {
        this.session = session;
        this.decrypter = decrypter;
    }

    List<SettingsServer> read() {
        List<SettingsServer> servers = new ArrayList<>();
        for (Server server : session.getSettings().getServers()) {
            servers.add(read(server));
        }
        return servers;
    }

    private SettingsServer read(Server server) {
        String stored = server.getPassword();
        if (stored == null) {
            return new SettingsServer(server.getId(), server.getUsername(), null, null, false);
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                return new SettingsServer(server.getId(), server.getUsername(), null, words(problem), false);
            }
        }
        String password = result.getServer().getPassword();
        boolean encrypted = EncryptedText.is(stored);
        if (encrypted && stored.equals(password)) {
            // Some versions pass the encrypted text through without a word.
            return new SettingsServer(
                    server.getId(), server.getUsername(), null, "Maven handed it over still encrypted", false);
        }
        return new SettingsServer(
                server.getId(),
                server.getUsername(),
                password == null ? null : Secret.of(password),
                null,
                !encrypted && !MavenVersion.decryptsEarly(session));
    }

    private static String words(SettingsProblem problem) {
        return problem.getMessage() == null ? "no reason is given" : problem.getMessage();
    }
}
