package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;

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
}
