package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/**
 * A cloud's own answers about the registries it runs, beside what their OCI endpoint says. Implementations live in
 * modules of their own, next to the SDK they need. Thread-safe.
 */
public interface ControlPlane {
    /** Whether the image's registry is one of this cloud's. Asks nobody. */
    boolean serves(ImageReference image);

    /**
     * Asks the cloud what it knows about all images of a build that go to one host, at once: however many they are, few
     * requests. Trouble of whatever kind is part of the survey, never an exception.
     */
    Survey survey(SurveyRequest request) throws InterruptedException;

    /**
     * The same, for a cloud that can ask as whoever pushes: where the login of a push is the cloud's own, what is asked with
     * it is about that very push.
     *
     * @param logins what a push of each image logs in with
     */
    default Survey survey(SurveyRequest request, CredentialResolver logins) throws InterruptedException {
        return survey(request);
    }

    /**
     * How the repositories of these images are set up: one state for each that exists, in the images' order. A setting that
     * the caller may not read is {@link io.github.registrymaven.policy.Setting.Unseen}; where not even the repository can be
     * seen, all of them are. Empty where the cloud has nothing of its own to say. Trouble is part of the answer, never an
     * exception.
     */
    default List<RepositoryState> states(SurveyRequest request) throws InterruptedException {
        return List.of();
    }

    /**
     * What lies in the repository of the request's first image, all of it or nothing; where policies are a whole registry's, as
     * far as they are about that repository. Trouble is part of the answer, never an exception.
     */
    default StoredImages stored(SurveyRequest request) throws InterruptedException {
        return new StoredImages.Unlisted("is not listed by its cloud");
    }
}
