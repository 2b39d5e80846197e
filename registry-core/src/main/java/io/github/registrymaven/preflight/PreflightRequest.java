package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.NamedServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked, and how.
 *
 * @param probe how push permission is proven
 * @param server the {@code <server>} that the user named for the login, where one was
 * @param insecureRegistries hosts, in lower case, that may be spoken to over http or with an untrusted certificate
 * @param endpoints where hosts are really reached
 * @param profiles which of a cloud's profiles on this machine is meant for a host
 * @param requestTimeout for one request
 * @param deadline for all of it
 * @param offline only what needs no network
 */
public record PreflightRequest(
        List<RequestedImage> images,
        Probe probe,
        @Nullable NamedServer server,
        Set<String> insecureRegistries,
        Map<String, URI> endpoints,
        Map<String, String> profiles,
        Duration requestTimeout,
        Duration deadline,
        boolean offline) {
    public PreflightRequest {
        images = List.copyOf(images);
        insecureRegistries = Set.copyOf(insecureRegistries);
        endpoints = Map.copyOf(endpoints);
        profiles = Map.copyOf(profiles);
    }

    /** With the profiles that the machine chooses by itself. */
    public PreflightRequest(
            List<RequestedImage> images,
            Probe probe,
            @Nullable NamedServer server,
            Set<String> insecureRegistries,
            Map<String, URI> endpoints,
            Duration requestTimeout,
            Duration deadline,
            boolean offline) {
        this(images, probe, server, insecureRegistries, endpoints, Map.of(), requestTimeout, deadline, offline);
    }

    /** The same for some of the images. */
    public PreflightRequest only(List<RequestedImage> some) {
        return new PreflightRequest(
                some, probe, server, insecureRegistries, endpoints, profiles, requestTimeout, deadline, offline);
    }

    /**
     * What is asked about one image. Equal questions have equal answers, wherever in a build they are asked; nothing in
     * it is secret.
     */
    public String question(RequestedImage image) {
        return String.join(
                " ",
                image.reference(),
                String.valueOf(image.localDigest()),
                image.terms().asked(),
                probe.name(),
                server == null ? "" : server.answerFor(image.reference()),
                new TreeSet<>(insecureRegistries).toString(),
                new TreeMap<>(endpoints).toString(),
                new TreeMap<>(profiles).toString(),
                requestTimeout.toString(),
                deadline.toString(),
                String.valueOf(offline));
    }
}
