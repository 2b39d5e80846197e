package io.github.registrymaven.push;

import io.github.registrymaven.credential.NamedServer;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.reference.ImageReference;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be pushed, where to, and how.
 *
 * @param source the image; whoever opened it closes it
 * @param targets where to: any number of tags, repositories and hosts
 * @param server the {@code <server>} that the user named for the login, where one was
 * @param insecureRegistries hosts, in lower case, that may be spoken to over http or with an untrusted certificate
 * @param endpoints where hosts are really reached
 * @param profiles which of a cloud's profiles on this machine is meant for a host
 * @param requestTimeout for one request; for one with a body the time in which no byte is taken
 */
public record PushRequest(
        ImageSource source,
        List<ImageReference> targets,
        @Nullable NamedServer server,
        Set<String> insecureRegistries,
        Map<String, URI> endpoints,
        Map<String, String> profiles,
        Duration requestTimeout) {
    /** With the profiles that the machine chooses by itself. */
    public PushRequest(
            ImageSource source,
            List<ImageReference> targets,
            @Nullable NamedServer server,
            Set<String> insecureRegistries,
            Map<String, URI> endpoints,
            Duration requestTimeout) {
        this(source, targets, server, insecureRegistries, endpoints, Map.of(), requestTimeout);
    }

    public PushRequest {
        targets = List.copyOf(targets);
        insecureRegistries = Set.copyOf(insecureRegistries);
        endpoints = Map.copyOf(endpoints);
        profiles = Map.copyOf(profiles);
    }
}
