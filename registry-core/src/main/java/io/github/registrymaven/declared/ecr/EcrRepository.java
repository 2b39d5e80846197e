package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.DeclaredRepository;
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
        String name = resource.get("name", "RepositoryName").text();
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
                state, name, image -> isNamed(name, image) ? EcrPlace.closeness(resource, image) : 0);
    }

    private static boolean isNamed(@Nullable String name, ImageReference image) {
        return image.repository().equals(name) && image.kind() == RegistryKind.ECR;
    }
}
