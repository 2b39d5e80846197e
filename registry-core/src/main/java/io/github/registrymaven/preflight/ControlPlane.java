package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/**
 * A cloud's own answers about the registries it runs, beside what their OCI endpoint says. Implementations live in
 * modules of their own, next to the SDK they need. Thread-safe.
 */
public interface ControlPlane {
    /** Whether the image's registry is one of this cloud's. */
    boolean serves(ImageReference image);

    /**
     * What the cloud knows about one rung; empty where it has nothing to say. {@link Stage#REPOSITORY} is asked before
     * the registry is probed, and a {@code fail} there keeps the probe away: on some clouds an upload would create the
     * repository. What the caller may not ask is {@code unknown}, never {@code fail}.
     */
    List<Finding> answer(Stage stage, ImageReference image, CredentialLookup credential) throws InterruptedException;
}
