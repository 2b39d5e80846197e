package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.reference.RegistryKind;
import java.util.List;

/** A repository of ECR Public, which is for everybody by its nature, and has few settings. */
final class EcrPublicRepository {
    private EcrPublicRepository() {}

    static DeclaredRepository of(Resource resource) {
        String name = resource.get("repository_name", "RepositoryName").text();
        RepositoryState state = new RepositoryState(
                        RegistryKind.ECR_PUBLIC,
                        resource.subject(),
                        name,
                        RepositoryState.Source.DECLARED,
                        resource.at().toString(),
                        none("ECR Public has no immutable tags"),
                        none("ECR Public has no lifecycle policies"),
                        none("ECR Public does not scan"),
                        none("ECR Public has no choice of encryption"),
                        new Setting.Seen<>(
                                new Exposure(Exposure.Reach.ANONYMOUS, List.of("a repository of ECR Public")),
                                resource.at().toString()),
                        RepositoryState.noAdminUser())
                .doubted(resource.doubtInWords());
        // The alias that an image's path begins with belongs to the account, and is not in the code.
        return new DeclaredRepository(
                state,
                image -> image.kind() == RegistryKind.ECR_PUBLIC
                                && name != null
                                && image.repository().endsWith("/" + name)
                        ? DeclaredRepository.ITSELF
                        : 0);
    }

    private static <T> Setting<T> none(String reason) {
        return new Setting.Inapplicable<>(reason);
    }
}
