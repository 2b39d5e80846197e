package io.github.registrymaven.session;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * The servers of settings.xml, decrypted. Maven 3 hands out encrypted passwords as they stand in the file, Maven 4 has
 * decrypted them before any plugin runs; one that cannot be decrypted is a problem to tell, never a password to send.
 */
final class SettingsServers {
    private final List<Server> stored;
    private final Properties system;
    private final SettingsDecrypter decrypter;

    /**
     * Servers still to be read.
     *
     * @param system the session's system properties, which tell the version of Maven
     */
    SettingsServers(List<Server> stored, Properties system, SettingsDecrypter decrypter) {
        this.stored = stored;
        this.system = system;
        this.decrypter = decrypter;
    }

    List<SettingsServer> read() {
        List<SettingsServer> servers = new ArrayList<>();
        for (Server server : stored) {
            servers.add(read(server));
        }
        return servers;
    }

    private SettingsServer read(Server server) {
        String written = server.getPassword();
        if (written == null) {
            return unusable(server, null);
        }
        if (SettingsServer.isPlaceholder(written)) {
            // Maven would take its braces for those of an encrypted password, and say that it cannot be decrypted.
            return new SettingsServer(server.getId(), server.getUsername(), Secret.of(written), null, false);
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                return unusable(server, words(problem));
            }
        }
        String password = result.getServer().getPassword();
        boolean encrypted = EncryptedText.is(written);
        if (encrypted && written.equals(password)) {
            // Some versions pass the encrypted text through without a word.
            return unusable(server, "Maven handed it over still encrypted");
        }
        boolean plaintext = !encrypted && !MavenVersion.decryptsEarly(system);
        return new SettingsServer(
                server.getId(), server.getUsername(), password == null ? null : Secret.of(password), null, plaintext);
    }

    private static SettingsServer unusable(Server server, @Nullable String problem) {
        return new SettingsServer(server.getId(), server.getUsername(), null, problem, false);
    }

    /** Maven puts the texts of exceptions there, each with the name of its class. */
    private static String words(SettingsProblem problem) {
        return problem.getMessage() == null
                ? "no reason is given"
                : problem.getMessage().replaceAll("(?:\\w+\\.)+\\w*Exception: ", "");
    }
}
