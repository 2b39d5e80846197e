package io.github.registrymaven.azure;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.preflight.ControlPlane;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Azure Container Registry. Keeps nothing from one survey to the next. */
public final class AzureControlPlane implements ControlPlane {
    private final @Nullable Resolver resolver;

    /** With the system's resolver. */
    public AzureControlPlane() {
        this(null);
    }

    /** @param resolver null for the system's */
    AzureControlPlane(@Nullable Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public boolean serves(ImageReference image) {
        return image.kind() == RegistryKind.ACR;
    }

    /** Of nobody's push, so that there is no login to look at. */
    @Override
    public Survey survey(SurveyRequest request) throws InterruptedException {
        return survey(request, image -> new CredentialLookup.None(List.of()));
    }

    @Override
    public Survey survey(SurveyRequest request, CredentialResolver logins) throws InterruptedException {
        Place place = Place.of(request.images().get(0), request.machine());
        long start = System.nanoTime();
        Facts facts = new Surveyor(place, request, logins, resolver).facts();
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new AzureSurvey(place, facts, request.machine().clock(), millis);
    }

    @Override
    public List<RepositoryState> states(SurveyRequest request) throws InterruptedException {
        Place place = Place.of(request.images().get(0), request.machine());
        return new States(place, request).of();
    }

    @Override
    public StoredImages stored(SurveyRequest request) throws InterruptedException {
        ImageReference image = request.images().get(0);
        return new StoredLook(Place.of(image, request.machine()), request).in(image.repository());
    }
}
