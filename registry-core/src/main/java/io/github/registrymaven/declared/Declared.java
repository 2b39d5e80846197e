package io.github.registrymaven.declared;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import java.util.List;

/** What files of infrastructure as code say about registries. Immutable. */
public final class Declared {
    private final List<DeclaredRepository> repositories;
    private final List<Problem> problems;

    Declared(List<DeclaredRepository> repositories, List<Problem> problems) {
        this.repositories = List.copyOf(repositories);
        this.problems = List.copyOf(problems);
    }

    /** Every repository, registry and template that is declared, in the order of the files. */
    public List<RepositoryState> states() {
        return repositories.stream().map(DeclaredRepository::state).toList();
    }

    /**
     * Those that govern an image: its repository where that is declared, otherwise the template by which a push would make
     * it. More than one where several are called so, as in several regions; none where nothing declared is known to.
     */
    public List<RepositoryState> governing(ImageReference image) {
        int closest = repositories.stream()
                .mapToInt(repository -> repository.closeness().applyAsInt(image))
                .max()
                .orElse(0);
        return repositories.stream()
                .filter(repository -> closest > 0 && repository.closeness().applyAsInt(image) == closest)
                .map(DeclaredRepository::state)
                .toList();
    }

    /** Files and parts of files that were not read, each with the place and what was expected there. */
    public List<Problem> problems() {
        return problems;
    }
}
