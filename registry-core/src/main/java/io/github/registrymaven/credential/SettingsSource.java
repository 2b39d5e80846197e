package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The servers of settings.xml whose id is the registry: {@code host:port}, then the host, as jib has them. Docker-maven-plugin
 * and JKube take the registry to the letter, and Docker Hub by other names only where none is written. No more than that, as a
 * credential that only this check finds would make it say yes to a push that fails.
 */
final class SettingsSource implements CredentialSource {
    private final List<SettingsServer> servers;
    private final boolean toTheLetter;

    SettingsSource(List<SettingsServer> servers, boolean toTheLetter) {
        this.servers = List.copyOf(servers);
        this.toTheLetter = toTheLetter;
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) {
        Collection<String> ids = toTheLetter ? idsToTheLetter(image) : RegistryNames.serverIds(image.host());
        List<String> unusable = new ArrayList<>();
        for (SettingsServer server : matching(ids)) {
            SourceAnswer answer = ServerReading.read(server);
            if (!(answer instanceof SourceAnswer.HoldsNone)) {
                lookedAt.accept("settings.xml: <server> \"" + server.id() + "\"");
                return answer;
            }
            unusable.add("settings.xml: <server> \"" + server.id() + "\" has no user name or no password");
        }
        if (unusable.isEmpty()) {
            String wanted = ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(" or "));
            lookedAt.accept("settings.xml: no <server> " + wanted + " (" + ServerReading.ids(servers) + ")");
        } else {
            unusable.forEach(lookedAt);
        }
        return new SourceAnswer.HoldsNone();
    }

    /** By the order of the ids; docker-maven-plugin goes by the order of the servers. */
    private List<SettingsServer> matching(Collection<String> ids) {
        List<SettingsServer> matching = new ArrayList<>();
        for (String id : ids) {
            for (SettingsServer server : servers) {
                if (server.id().equals(id)) {
                    matching.add(server);
                }
            }
        }
        if (toTheLetter) {
            matching.sort(Comparator.comparingInt(servers::indexOf));
        }
        return matching;
    }

    private static List<String> idsToTheLetter(ImageReference image) {
        int slash = image.written().indexOf('/');
        return image.hostImplied() || slash < 0
                ? RegistryNames.WHERE_NONE_IS_WRITTEN
                : List.of(image.written().substring(0, slash));
    }
}
