package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.SurveyRequest;
import java.util.List;

/**
 * The way to AWS from here.
 *
 * @param caller as whom, which nobody was asked for yet
 */
record Entrance(Place place, AwsSettings settings, Clients clients, Caller caller) {
    static Entrance of(SurveyRequest request) {
        Place place = Place.of(request.images().get(0));
        AwsSettings settings = AwsSettings.read(request.machine(), place.host());
        Clients clients = new Clients(place, settings, request);
        String badEndpoint = clients.badEndpoint();
        Caller caller = badEndpoint == null
                ? new CallerChain(settings, clients).find()
                : new Caller.Unusable(
                        Cause.UNKNOWN,
                        "an endpoint of AWS is set that is no URL",
                        List.of("it is " + badEndpoint + ", in AWS_ENDPOINT_URL or one of its like"),
                        List.of());
        return new Entrance(place, settings, clients, caller);
    }

    /** Whether an instance's role was tried only because there was nothing else, and this machine is no instance. */
    boolean isNobody(Caller.Known known, Trouble trouble) {
        return known.origin().equals(InstanceRole.NAME) && trouble.code().isEmpty() && trouble.cause() == Cause.UNKNOWN;
    }
}
