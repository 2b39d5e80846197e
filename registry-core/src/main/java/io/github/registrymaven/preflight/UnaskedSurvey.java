package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/** A cloud could not be asked: one finding says why, and the registry is asked as any other. */
public record UnaskedSurvey(Finding finding) implements Survey {
    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return true;
    }

    @Override
    public List<Finding> findings(Sight sight) {
        return List.of(finding);
    }
}
