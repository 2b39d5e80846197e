package io.github.registrymaven.aws;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.StoredImages;
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
        Access access = Access.to(request);
        if (access instanceof Access.Open open) {
            return new Surveyor(open).survey(request.images());
        }
        Access.Shut shut = (Access.Shut) access;
        return WhoamiFinding.unasked(shut.place(), shut.why());
    }

    @Override
    public List<RepositoryState> states(SurveyRequest request) throws InterruptedException {
        Place place = Place.of(request.images().get(0));
        List<String> names = request.images().stream()
                .map(ImageReference::repository)
                .distinct()
                .toList();
        if (place.isPublic()) {
            return names.stream().map(name -> PublicState.of(place, name)).toList();
        }
        Access access = Access.to(request);
        return access instanceof Access.Open open
                ? new StateSurvey(open).states(names)
                : names.stream()
                        .map(name ->
                                place.unseen(name, ((Access.Shut) access).why().summary()))
                        .toList();
    }

    @Override
    public StoredImages stored(SurveyRequest request) throws InterruptedException {
        ImageReference image = request.images().get(0);
        if (Place.of(image).isPublic()) {
            return new StoredImages.Unlisted("is on Amazon ECR Public, which has no lifecycle policies");
        }
        Access access = Access.to(request);
        return access instanceof Access.Open open
                ? new StoredLook(open).in(image.repository())
                : new StoredImages.Unlisted(
                        "is not listed: " + ((Access.Shut) access).why().summary());
    }
}
