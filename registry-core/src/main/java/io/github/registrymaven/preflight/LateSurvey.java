package io.github.registrymaven.preflight;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/** A cloud did not answer before the deadline: whether its repository is there, and an upload would create it, is open. */
record LateSurvey(String host) implements Survey {
    @Override
    public boolean mayOpenUpload(ImageReference image) {
        return false;
    }

    @Override
    public List<Finding> findings(Sight sight) {
        return List.of(Finding.of(
                        "cloud-answers",
                        Stage.REPOSITORY,
                        Verdict.UNKNOWN,
                        host + ": its cloud did not answer before registry.deadline was over")
                .because(Cause.DEADLINE_EXCEEDED));
    }
}
