package io.github.registrymaven.google;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.preflight.UnaskedSurvey;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** Google Artifact Registry, and what is left of Container Registry. Keeps nothing from one survey to the next. */
public final class GoogleControlPlane implements ControlPlane {
    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ARTIFACT_REGISTRY || image.kind() == RegistryKind.GCR;
    }

    @Override
    public Survey survey(SurveyRequest request) throws InterruptedException {
        return survey(request, image -> new CredentialLookup.None(List.of()));
    }

    @Override
    public Survey survey(SurveyRequest request, CredentialResolver logins) throws InterruptedException {
        Entrance entrance = Entrance.of(request);
        if (entrance.badEndpoint() != null) {
            return new UnaskedSurvey(IdentityFinding.unusable(entrance.noWay(), request.host()));
        }
        Api api = new Api(request.http(), entrance.destinations(), entrance.settings());
        ArtifactRegistry registry = new ArtifactRegistry(api);
        return new Surveyor(
                        new Callers(entrance.machine(), entrance.tokens(), new Whoami(api)),
                        registry,
                        new Impersonation(request.http(), entrance.destinations()),
                        new NearMisses(registry, entrance.settings()),
                        new DockerHelpers(request.machine()))
                .survey(request.images(), logins);
    }

    @Override
    public List<RepositoryState> states(SurveyRequest request) throws InterruptedException {
        Entrance entrance = Entrance.of(request);
        Api api = new Api(request.http(), entrance.destinations(), entrance.settings());
        return new States(new ArtifactRegistry(api), entrance.session()).of(request.images());
    }

    @Override
    public StoredImages stored(SurveyRequest request) throws InterruptedException {
        Entrance entrance = Entrance.of(request);
        Place place = Place.of(request.images().get(0));
        if (place == null) {
            return new StoredImages.Unlisted("names no repository");
        }
        if (!(entrance.session() instanceof Answer.Given<Session> session)) {
            return new StoredImages.Unlisted("is not listed: "
                    + ((Answer.None<Session>) entrance.session()).trouble().summary());
        }
        Api api = new Api(request.http(), entrance.destinations(), entrance.settings());
        return new StoredLook(new ArtifactRegistry(api), session.value()).in(place);
    }
}
