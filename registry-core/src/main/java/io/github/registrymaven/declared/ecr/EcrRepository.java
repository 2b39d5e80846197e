package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.declared.tree.Surroundings;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import org.jspecify.annotations.Nullable;

/** A private repository. */
final class EcrRepository {
    private EcrRepository() {}

    static DeclaredRepository of(Resource resource, Surroundings around, EcrScanning scanning) {
        Node called = resource.get("name", "RepositoryName");
        String name = called.text();
        RepositoryState state = new RepositoryState(
                        RegistryKind.ECR,
                        resource.subject(),
                        name,
                        RepositoryState.Source.DECLARED,
                        resource.at().toString(),
                        EcrTags.of(resource),
                        EcrLifecycle.of(resource, name, around),
                        scanning.of(resource, name),
                        EcrEncryption.of(resource),
                        EcrExposure.of(resource, name, around),
                        RepositoryState.noAdminUser())
                .doubted(resource.doubtInWords());
        return new DeclaredRepository(
                        state, null, name, image -> mayBe(name, image) ? EcrPlace.closeness(resource, image) : 0)
                .named(called);
    }

    private static boolean mayBe(@Nullable String name, ImageReference image) {
        return (name == null || image.repository().equals(name)) && image.kind() == RegistryKind.ECR;
    }
}
