package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import java.util.function.Consumer;

/** The server that the user named ({@code registry.serverId}): it, or nothing. */
final class NamedServerSource implements CredentialSource {
    private final String serverId;
    private final List<SettingsServer> servers;

    NamedServerSource(String serverId, List<SettingsServer> servers) {
        this.serverId = serverId;
        this.servers = List.copyOf(servers);
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) {
        for (SettingsServer server : servers) {
            if (server.id().equals(serverId)) {
                lookedAt.accept("settings.xml: <server> \"" + serverId + "\", named by registry.serverId");
                SourceAnswer answer = ServerReading.read(server);
                return answer instanceof SourceAnswer.HoldsNone
                        ? broken(
                                "The server \"" + serverId + "\" in settings.xml has no user name or no password.",
                                "registry.serverId names it",
                                "Give <server> \"" + serverId + "\" a <username> and a <password>.")
                        : answer;
            }
        }
        String ids = ServerReading.ids(servers);
        lookedAt.accept("settings.xml: no <server> \"" + serverId + "\", named by registry.serverId (" + ids + ")");
        return broken(
                "There is no server \"" + serverId + "\" in settings.xml.",
                "settings.xml: " + ids,
                "Add a <server> with the id \"" + serverId + "\" to settings.xml, or name one that is there in"
                        + " registry.serverId.");
    }

    private static SourceAnswer broken(String summary, String evidence, String remedy) {
        return new SourceAnswer.Broken(Cause.CREDENTIALS_MISSING, summary, List.of(evidence), remedy);
    }
}
