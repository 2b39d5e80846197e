package io.github.registrymaven.preflight;

import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.rules.Pushes;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks clouds how the repositories of images are set up. */
public final class LiveStates {
    private LiveStates() {}

    /**
     * The state of the repository of each image that a cloud has something to say of; an image that is none, whose registry is
     * no cloud's, or whose repository does not exist has none.
     */
    public static Map<RequestedImage, RepositoryState> of(PreflightRequest request, Surroundings surroundings)
            throws InterruptedException {
        Map<String, Map<RequestedImage, ImageReference>> byHost = new LinkedHashMap<>();
        for (RequestedImage image : request.images()) {
            if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
                byHost.computeIfAbsent(valid.reference().host(), host -> new LinkedHashMap<>())
                        .put(image, valid.reference());
            }
        }
        NetworkOptions options =
                surroundings.network(request.insecureRegistries(), request.endpoints(), request.requestTimeout());
        Map<RequestedImage, RepositoryState> states = new LinkedHashMap<>();
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(request.deadline()))) {
            for (Map.Entry<String, Map<RequestedImage, ImageReference>> host : byHost.entrySet()) {
                List<ImageReference> images = new ArrayList<>(host.getValue().values());
                SurveyRequest survey = new SurveyRequest(
                        host.getKey(), images, options.machine(), http, options.endpoints(), request.profiles());
                for (ControlPlane cloud : surroundings.clouds()) {
                    if (cloud.serves(images.get(0))) {
                        for (RepositoryState state : cloud.states(survey)) {
                            host.getValue().forEach((image, reference) -> {
                                if (Pushes.isIn(reference, state)) {
                                    states.putIfAbsent(image, state);
                                }
                            });
                        }
                    }
                }
            }
        }
        return states;
    }
}
