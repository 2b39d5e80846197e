package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.SurveyRequest;
import java.util.List;

/** Whether AWS can be asked about a registry from this machine, and as whom. */
sealed interface Access {
    /** It can, by somebody. */
    record Open(Place place, AwsSettings settings, Clients clients, Caller.Known caller) implements Access {}

    /** It cannot: there is nothing to show, or nowhere to go. */
    record Shut(Place place, Caller.Unusable why) implements Access {}

    /**
     * Whether an instance's role was tried only because there was nothing else, and this machine is no instance.
     *
     * @param trouble what asking with it came to
     */
    static boolean isNobody(Caller.Known caller, Trouble trouble) {
        return caller.origin().equals(InstanceRole.NAME)
                && trouble.code().isEmpty()
                && trouble.cause() == Cause.UNKNOWN;
    }

    /** Looks at what is set up. Asks nobody, unless a source of credentials has to be asked for them. */
    static Access to(SurveyRequest request) {
        Place place = Place.of(request.images().get(0));
        AwsSettings settings =
                AwsSettings.read(request.machine(), request.profiles().get(place.host()));
        Clients clients = new Clients(place, settings, request);
        String badEndpoint = clients.badEndpoint();
        if (badEndpoint != null) {
            return new Shut(
                    place,
                    new Caller.Unusable(
                            Cause.UNKNOWN,
                            "an endpoint of AWS is set that is no URL",
                            List.of("it is " + badEndpoint + ", in AWS_ENDPOINT_URL or one of its like"),
                            List.of()));
        }
        Caller caller = new CallerChain(settings, clients).find();
        return caller instanceof Caller.Known known
                ? new Open(place, settings, clients, known)
                : new Shut(place, (Caller.Unusable) caller);
    }
}
