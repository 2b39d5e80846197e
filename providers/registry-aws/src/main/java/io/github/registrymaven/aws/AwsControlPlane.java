package io.github.registrymaven.aws;

import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;

/** Amazon ECR and ECR Public. Keeps nothing from one survey to the next. */
public final class AwsControlPlane implements ControlPlane {
    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ECR || image.kind() == RegistryKind.ECR_PUBLIC;
    }

    @Override
    public Survey survey(SurveyRequest request) throws InterruptedException {
        Entrance entrance = Entrance.of(request);
        if (!(entrance.caller() instanceof Caller.Known known)) {
            return new UnaskedSurvey(WhoamiFinding.of(entrance.place(), (Caller.Unusable) entrance.caller()));
        }
        return new Surveyor(entrance.place(), entrance.settings(), entrance.clients(), known).survey(request.images());
    }
}
