package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
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
 * @param logins what a push of each image logs in with, for a cloud that can tell whose that is
 */
public record SurveyRequest(
        String host,
        List<ImageReference> images,
        Machine machine,
        RegistryHttp http,
        Map<String, URI> endpoints,
        CredentialResolver logins) {
    public SurveyRequest {
        images = List.copyOf(images);
        endpoints = Map.copyOf(endpoints);
    }

    /** Where nothing is pushed, so that there is no login to look at. */
    public SurveyRequest(
            String host, List<ImageReference> images, Machine machine, RegistryHttp http, Map<String, URI> endpoints) {
        this(host, images, machine, http, endpoints, image -> new CredentialLookup.None(List.of()));
    }
}
