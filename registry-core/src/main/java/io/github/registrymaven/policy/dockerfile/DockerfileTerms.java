package io.github.registrymaven.policy.dockerfile;

import io.github.registrymaven.policy.rules.PolicyLevel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a Dockerfile.
 *
 * @param target the stage that is shipped, by name or number; null for the last
 * @param without practices that are not asked for, by their ids
 * @param contextIsNarrowed whether a {@code .dockerignore} keeps files out of the build
 */
public record DockerfileTerms(
        PolicyLevel level, @Nullable String target, Set<String> without, boolean contextIsNarrowed) {
    public DockerfileTerms {
        without = Set.copyOf(without);
    }
}
