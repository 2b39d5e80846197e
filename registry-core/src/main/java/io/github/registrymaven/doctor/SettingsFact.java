package io.github.registrymaven.doctor;

import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.preflight.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** The servers of settings.xml, whose logins win over those of files. */
final class SettingsFact {
    private static final String ID = "settings-servers";
    private static final int SHOWN = 8;

    private SettingsFact() {}

    static Fact of(List<SettingsServer> servers) {
        if (servers.isEmpty()) {
            return Fact.ok(ID, "settings.xml has no <server>");
        }
        String ids = servers.stream().limit(SHOWN).map(SettingsServer::id).collect(Collectors.joining(", "))
                + (servers.size() > SHOWN ? " and " + (servers.size() - SHOWN) + " more" : "");
        List<String> problems = servers.stream()
                .filter(server -> server.problem() != null)
                .map(server -> server.id() + ": " + server.problem())
                .toList();
        return problems.isEmpty()
                ? Fact.ok(ID, "1st: settings.xml, with the servers " + ids)
                : Fact.bad(
                        ID,
                        Verdict.WARN,
                        problems.size() + " of the passwords in settings.xml cannot be decrypted",
                        "Encrypt the password anew (mvn --encrypt-password) with the settings-security.xml of this user",
                        problems);
    }
}
