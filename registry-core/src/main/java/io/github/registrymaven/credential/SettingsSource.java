package io.github.registrymaven.credential;

import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The servers of settings.xml whose id is the registry: {@code host:port}, then the host. No more than what jib and
 * docker-maven-plugin match, as a credential that only this check finds would make it say yes to a push that fails.
 */
final class SettingsSource implements CredentialSource {
    private final List<SettingsServer> servers;

    SettingsSource(List<SettingsServer> servers) {
        this.servers = List.copyOf(servers);
    }

    @Override
    public SourceAnswer look(ImageReference image, Consumer<String> lookedAt) {
        Set<String> ids = ids(image.host());
        List<String> unusable = new ArrayList<>();
        for (String id : ids) {
            for (SettingsServer server : servers) {
                if (server.id().equals(id)) {
                    SourceAnswer answer = ServerReading.read(server);
                    if (!(answer instanceof SourceAnswer.HoldsNone)) {
                        lookedAt.accept("settings.xml: <server> \"" + id + "\"");
                        return answer;
                    }
                    unusable.add("settings.xml: <server> \"" + id + "\" has no user name or no password");
                }
            }
        }
        if (unusable.isEmpty()) {
            String wanted = ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(" or "));
            lookedAt.accept("settings.xml: no <server> " + wanted + " (" + ServerReading.ids(servers) + ")");
        } else {
            unusable.forEach(lookedAt);
        }
        return new SourceAnswer.HoldsNone();
    }

    private static Set<String> ids(String host) {
        Set<String> ids = new LinkedHashSet<>(RegistryNames.of(host));
        ids.add(RegistryNames.withoutPort(host));
        return ids;
    }
}
