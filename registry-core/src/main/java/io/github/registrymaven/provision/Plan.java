package io.github.registrymaven.provision;

import io.github.registrymaven.preflight.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the repositories on one host need.
 *
 * @param repositories in the order of the images
 * @param obstacle why nothing can be planned; null where something can
 */
public record Plan(
        String host,
        List<RepositoryPlan> repositories,
        @Nullable Finding obstacle) {
    public Plan {
        repositories = List.copyOf(repositories);
    }

    /** One that cannot be made. */
    public static Plan hinderedBy(String host, Finding obstacle) {
        return new Plan(host, List.of(), obstacle);
    }

    /** All steps, repository by repository. */
    public List<Step> steps() {
        return repositories.stream()
                .flatMap(repository -> repository.steps().stream())
                .toList();
    }
}
