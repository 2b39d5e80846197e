package io.github.registrymaven.declared.google;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Stack;
import io.github.registrymaven.declared.tree.Stacks;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.reference.RegistryKind;
import java.util.ArrayList;
import java.util.List;

/** The repositories among the resources of Google, each with everything that governs it. */
public final class GoogleResources {
    static final String REPOSITORY = "google_artifact_registry_repository";

    private GoogleResources() {}

    /** In the order of the stacks. Repositories of other formats than Docker hold no images. */
    public static List<DeclaredRepository> read(Stacks stacks) {
        List<DeclaredRepository> found = new ArrayList<>();
        for (Stack stack : stacks.all()) {
            for (Resource resource : stack.all(REPOSITORY)) {
                if (holdsImages(resource)) {
                    found.add(GoogleRepository.of(resource, new Surroundings(stack, stacks)));
                }
            }
            for (Resource resource : stack.all("google_container_registry")) {
                found.add(obsolete(resource));
            }
        }
        return found;
    }

    private static boolean holdsImages(Resource resource) {
        Node format = resource.get("format");
        return format instanceof Node.Unknown || "DOCKER".equalsIgnoreCase(format.text());
    }

    /** Container Registry, which is no more: what is set of it has no effect, so it has no settings. */
    private static DeclaredRepository obsolete(Resource resource) {
        RepositoryState state = new RepositoryState(
                RegistryKind.GCR,
                resource.address(),
                null,
                RepositoryState.Source.DECLARED,
                resource.at().toString(),
                gone(),
                gone(),
                gone(),
                gone(),
                gone(),
                RepositoryState.noAdminUser());
        return new DeclaredRepository(state, image -> 0);
    }

    private static <T> Setting<T> gone() {
        return new Setting.Inapplicable<>("Container Registry takes no pushes since 2025-03-18;"
                + " Artifact Registry serves gcr.io, by a repository of that name");
    }
}
