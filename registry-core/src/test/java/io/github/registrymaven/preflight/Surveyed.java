package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/** A survey that says the same of every image. */
final class Surveyed implements Survey {
    private final boolean mayOpenUpload;
    private final List<Finding> findings;

    Surveyed(boolean mayOpenUpload, Finding... findings) {
        this.mayOpenUpload = mayOpenUpload;
        this.findings = List.of(findings);
    }

    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return mayOpenUpload;
    }

    @Override
    public List<Finding> findings(Sight sight) {
        return findings;
    }
}
