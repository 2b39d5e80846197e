package io.github.registrymaven.aws;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** Amazon ECR and ECR Public. Keeps nothing from one survey to the next. */
public final class AwsControlPlane implements ControlPlane {
    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ECR || image.kind() == RegistryKind.ECR_PUBLIC;
    }

    @Override
    public Survey survey(SurveyRequest request) throws InterruptedException {
        Place place = Place.of(request.images().get(0));
        AwsSettings settings = AwsSettings.read(request.machine(), place.host());
        Clients clients = new Clients(place, settings, request);
        String badEndpoint = clients.badEndpoint();
        if (badEndpoint != null) {
            return new UnaskedSurvey(WhoamiFinding.of(
                    place,
                    new Caller.Unusable(
                            Cause.UNKNOWN,
                            "an endpoint of AWS is set that is no URL",
                            List.of("it is " + badEndpoint + ", in AWS_ENDPOINT_URL or one of its like"),
                            List.of())));
        }
        Caller caller = new CallerChain(settings, clients).find();
        if (!(caller instanceof Caller.Known known)) {
            return new UnaskedSurvey(WhoamiFinding.of(place, (Caller.Unusable) caller));
        }
        return new Surveyor(place, settings, clients, known).survey(request.images());
    }
}
