package io.github.registrymaven.provision;

import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/**
 * Sets up the registries of one cloud. It adds what is missing and tightens what is loose, and never the other way round: what
 * somebody has set stays. Implementations live in modules of their own, next to the SDK they need. Thread-safe.
 */
public interface Provisioner {
    /** Whether the image's registry is one of this cloud's. Asks nobody. */
    boolean serves(ImageReference image);

    /** What the repositories of these images on one host need. Reads only; trouble is part of the plan, never an exception. */
    Plan plan(SurveyRequest request) throws InterruptedException;

    /**
     * Does steps of a plan, in their order. Each looks again before it writes, so that what somebody set since is not
     * overwritten. One outcome for each step; trouble is part of it, never an exception.
     */
    List<StepOutcome> apply(SurveyRequest request, List<Step> steps) throws InterruptedException;
}
