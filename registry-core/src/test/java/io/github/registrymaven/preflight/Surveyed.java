package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A survey that says the same of every image. */
final class Surveyed implements Survey {
    private final boolean mayOpenUpload;
    private final List<Finding> findings;
    private @Nullable Identity identity;

    Surveyed(boolean mayOpenUpload, Finding... findings) {
        this.mayOpenUpload = mayOpenUpload;
        this.findings = List.of(findings);
    }

    /** Knows who pushes. */
    Surveyed of(Identity pusher) {
        identity = pusher;
        return this;
    }

    @Override
    public @Nullable Identity identity(Sight sight) {
        return identity;
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
