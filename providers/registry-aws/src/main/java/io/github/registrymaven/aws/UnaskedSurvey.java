package io.github.registrymaven.aws;

import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Sight;
import io.github.registrymaven.preflight.Survey;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/** AWS could not be asked: that is said, and the registry is asked as any other. */
record UnaskedSurvey(Finding finding) implements Survey {
    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return true;
    }

    @Override
    public List<Finding> findings(Sight sight) {
        return List.of(finding);
    }
}
