package io.github.registrymaven.testkit.aws;

import java.time.Instant;
import java.util.List;

/**
 * What Amazon ECR makes repositories with, when it makes them by itself.
 *
 * @param prefix the first components of their names, or {@code ROOT} for all that no other template is for
 * @param appliedFor any of {@code CREATE_ON_PUSH}, {@code PULL_THROUGH_CACHE}, {@code REPLICATION}
 */
record CreationTemplate(String prefix, List<String> appliedFor, RepositoryDescription settings, Instant createdAt) {
    static final String ROOT = "ROOT";
    static final String ON_PUSH = "CREATE_ON_PUSH";

    CreationTemplate {
        appliedFor = List.copyOf(appliedFor);
    }

    boolean isFor(String repository) {
        return prefix.equals(ROOT) || repository.startsWith(prefix + "/");
    }

    /** The longest prefix counts, and {@code ROOT} last. */
    int closeness() {
        return prefix.equals(ROOT) ? -1 : prefix.length();
    }
}
