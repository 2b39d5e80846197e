package io.github.registrymaven.policy;

/** What deletes images by itself. */
public sealed interface Lifecycle {
    /** Nothing does. */
    record Absent() implements Lifecycle {}

    /**
     * A policy in its provider's own language: ECR's lifecycle policy; Artifact Registry's cleanup policies in either
     * dialect; for ACR {@code {"retention": {…}, "purgeTasks": ["acr purge …"]}}.
     *
     * @param document JSON, as the provider takes it
     * @param dryRun whether it only tells what it would delete
     */
    record Policy(String document, boolean dryRun) implements Lifecycle {}
}
