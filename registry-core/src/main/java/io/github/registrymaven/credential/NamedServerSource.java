package io.github.registrymaven.credential;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The server that the user named for the registry: it, or nothing. */
final class NamedServerSource implements CredentialSource {
    private final NamedServer named;
    private final List<SettingsServer> servers;

    NamedServerSource(NamedServer named, List<SettingsServer> servers) {
        this.named = named;
        this.servers = List.copyOf(servers);
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) {
        String serverId = named.idFor(image.host());
        if (serverId != null) {
            return look(serverId, lookedAt);
        }
        return named.isAmbiguous() ? new SourceAnswer.PassedBy(ambiguous(image.host())) : new SourceAnswer.HoldsNone();
    }

    /** Whoever else might get the password decides against sending it. */
    private SourceAnswer.Broken ambiguous(String host) {
        return new SourceAnswer.Broken(
                Cause.UNKNOWN,
                "registry.serverId names the server \"" + named.text() + "\", and not for which registry.",
                List.of("the images are on " + named.hosts().stream().sorted().collect(Collectors.joining(", "))),
                "Say for which registry it is, as host=id pairs separated by commas: registry.serverId=" + host + "="
                        + named.text());
    }

    private SourceAnswer look(String serverId, Consumer<String> lookedAt) {
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

    private static SourceAnswer.Broken broken(String summary, String evidence, String remedy) {
        return new SourceAnswer.Broken(Cause.CREDENTIALS_MISSING, summary, List.of(evidence), remedy);
    }
}
