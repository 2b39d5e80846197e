package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.reference.ImageReference;

/**
 * Makes a short-lived login for one of a cloud's registries, of what the cloud knows this build as: what is otherwise done by
 * hand with the cloud's own tool, and passed to {@code docker login}. Implementations live in modules of their own, next to the
 * SDK they need. Thread-safe.
 */
public interface CloudLogin {
    /** Whether the image's registry is one that this cloud gives logins for. Asks nobody. */
    boolean serves(ImageReference image);

    /**
     * Asks the cloud for a login to the host of the request, which has one image. {@link CredentialLookup.None} where this
     * machine has nothing to show to the cloud; {@link CredentialLookup.Failed} where it has, and the cloud gives no login.
     * Trouble is part of the answer, never an exception.
     */
    CredentialLookup login(SurveyRequest request) throws InterruptedException;
}
