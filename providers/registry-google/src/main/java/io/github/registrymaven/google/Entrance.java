package io.github.registrymaven.google;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.SurveyRequest;
import org.jspecify.annotations.Nullable;

/**
 * The way to Google from one machine: what the user set, where the services are, and as whom the machine is known.
 *
 * @param badEndpoint what the user named as an endpoint and is none; null where all are
 */
record Entrance(
        GoogleSettings settings,
        Destinations destinations,
        Tokens tokens,
        DefaultCredentials machine,
        @Nullable String badEndpoint) {
    static Entrance of(SurveyRequest request) {
        GoogleSettings settings = new GoogleSettings(request.machine());
        Destinations destinations = new Destinations(settings, request);
        Tokens tokens = new Tokens(request.http(), destinations, settings);
        return new Entrance(
                settings, destinations, tokens, new DefaultCredentials(settings, tokens), destinations.badEndpoint());
    }

    /** As whom the machine is known. */
    Answer<Session> session() throws InterruptedException {
        return badEndpoint == null ? machine.session() : Answer.none(noWay());
    }

    /** Why nothing can be asked. */
    Trouble noWay() {
        return Trouble.of(
                Cause.UNKNOWN,
                "an endpoint is set that is no URL",
                "it is " + badEndpoint + ", in CLOUDSDK_API_ENDPOINT_OVERRIDES_… or gcloud's configuration");
    }
}
