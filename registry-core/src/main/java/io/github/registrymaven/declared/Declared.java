package io.github.registrymaven.declared;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Problem;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What files of infrastructure as code say about registries. Immutable. */
public final class Declared {
    private final List<DeclaredRepository> repositories;
    private final List<Problem> problems;
    /** A build may have as many images as there are repositories: each is not to look at all of them. */
    private final Map<String, List<DeclaredRepository>> byPath = new HashMap<>();

    private final List<DeclaredRepository> ofAnyPath = new ArrayList<>();

    Declared(List<DeclaredRepository> repositories, List<Problem> problems) {
        this.repositories = List.copyOf(repositories);
        this.problems = List.copyOf(problems);
        for (DeclaredRepository repository : repositories) {
            (repository.path() == null
                            ? ofAnyPath
                            : byPath.computeIfAbsent(repository.path(), path -> new ArrayList<>()))
                    .add(repository);
        }
    }

    /** Every repository, registry and template that is declared, in the order of the files. */
    public List<RepositoryState> states() {
        return repositories.stream().map(DeclaredRepository::state).toList();
    }

    /**
     * Those that govern an image: its repository where that is declared, otherwise the template by which a push would make
     * it. More than one where several are called so, as in several regions, and it is not known which is meant. Where only one
     * may whose name is not known, that one, and nothing of it is known.
     */
    public List<RepositoryState> governing(ImageReference image) {
        List<RepositoryState> governing = new ArrayList<>();
        int closest = 1;
        for (List<DeclaredRepository> candidates :
                List.of(byPath.getOrDefault(image.repository(), List.of()), ofAnyPath)) {
            for (DeclaredRepository candidate : candidates) {
                int closeness =
                        candidate.nameless() == null ? candidate.closeness().applyAsInt(image) : 0;
                if (closeness > closest) {
                    closest = closeness;
                    governing.clear();
                }
                if (closeness == closest) {
                    governing.add(candidate.state());
                }
            }
        }
        if (governing.isEmpty()) {
            return perhaps(image);
        }
        return governing.size() < 2 ? governing : namesakes(governing);
    }

    /** The first for all whose name is not known: whether one of them is meant is all that there is to say. */
    private List<RepositoryState> perhaps(ImageReference image) {
        List<DeclaredRepository> nameless = ofAnyPath.stream()
                .filter(one -> one.nameless() != null && one.closeness().applyAsInt(image) > 0)
                .toList();
        if (nameless.isEmpty()) {
            return List.of();
        }
        DeclaredRepository first = nameless.get(0);
        String others = nameless.size() == 1 ? "" : ", nor are those of " + (nameless.size() - 1) + " more";
        return List.of(first.state()
                .unseen("whether the image goes there is not known, as its name is not" + others + ": "
                        + first.nameless()));
    }

    private static List<RepositoryState> namesakes(List<RepositoryState> governing) {
        return governing.stream()
                .map(one -> one.among(
                        governing.stream().filter(other -> !other.equals(one)).toList()))
                .toList();
    }

    /** Files and parts of files that were not read, each with the place and what was expected there. */
    public List<Problem> problems() {
        return problems;
    }
}
