package io.github.registrymaven.declared.ecr;

import io.github.registrymaven.declared.tree.DeclaredRepository;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Resource;
import io.github.registrymaven.policy.EcrRepositoryPolicy;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import org.jspecify.annotations.Nullable;

/** What a repository will be like that a push makes. */
final class EcrTemplate {
    private EcrTemplate() {}

    static DeclaredRepository of(Resource resource, EcrScanning scanning) {
        String prefix = resource.get("prefix", "Prefix").text();
        Node policy = resource.get("repository_policy", "RepositoryPolicy");
        RepositoryState state = new RepositoryState(
                        RegistryKind.ECR,
                        resource.address(),
                        null,
                        RepositoryState.Source.DECLARED,
                        resource.at().toString(),
                        EcrTags.of(resource),
                        EcrLifecycle.document(resource.get("lifecycle_policy", "LifecyclePolicy")),
                        scanning.ofRepositoriesBelow(resource),
                        EcrEncryption.of(resource),
                        policy.isNothing()
                                ? EcrRepositoryPolicy.none(resource.at().toString())
                                : EcrExposure.judge(policy),
                        RepositoryState.noAdminUser())
                .asTemplate()
                .doubted(resource.doubtInWords());
        boolean onPush = isForPushes(resource.get("applied_for", "AppliedFor"));
        return new DeclaredRepository(
                state, image -> onPush && !EcrPlace.isElsewhere(resource, image) ? closeness(prefix, image) : 0);
    }

    /** Templates for replication and caches say nothing of what a push makes. */
    private static boolean isForPushes(Node appliedFor) {
        return appliedFor.items().stream()
                .anyMatch(use -> use instanceof Node.Unknown || "CREATE_ON_PUSH".equals(use.text()));
    }

    /** The longest prefix counts. ECR reads a {@code /} at the end of each. */
    private static int closeness(@Nullable String prefix, ImageReference image) {
        if (prefix == null || image.kind() != RegistryKind.ECR) {
            return 0;
        }
        if (prefix.equals("ROOT")) {
            return 1;
        }
        String folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return image.repository().startsWith(folder) ? 1 + folder.length() : 0;
    }
}
