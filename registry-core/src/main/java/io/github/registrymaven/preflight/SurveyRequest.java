package io.github.registrymaven.preflight;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.reference.ImageReference;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a cloud is asked about, and with what.
 *
 * @param host the registry that all images are on
 * @param http the way out: its proxies, trust and deadline are the build's
 * @param endpoints where hosts are really reached, as the user named them
 * @param profiles which of the cloud's profiles on this machine is meant for a host, as the user named them
 */
public record SurveyRequest(
        String host,
        List<ImageReference> images,
        Machine machine,
        RegistryHttp http,
        Map<String, URI> endpoints,
        Map<String, String> profiles) {
    public SurveyRequest {
        images = List.copyOf(images);
        endpoints = Map.copyOf(endpoints);
        profiles = Map.copyOf(profiles);
    }

    /** With the profiles that the machine chooses by itself. */
    public SurveyRequest(
            String host, List<ImageReference> images, Machine machine, RegistryHttp http, Map<String, URI> endpoints) {
        this(host, images, machine, http, endpoints, Map.of());
    }
}
