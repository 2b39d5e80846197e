package io.github.registrymaven.provision;

import io.github.registrymaven.preflight.Finding;
import java.util.List;

/**
 * What one repository needs.
 *
 * @param repository its name on its registry
 * @param steps in the order in which they are done; none where nothing is missing, or nothing can be known
 * @param kept what is left as it is, and why, one line each
 * @param unseen what could not be read, so that nothing is planned about it
 */
public record RepositoryPlan(String repository, List<Step> steps, List<String> kept, List<Finding> unseen) {
    public RepositoryPlan {
        steps = List.copyOf(steps);
        kept = List.copyOf(kept);
        unseen = List.copyOf(unseen);
    }
}
