package io.github.registrymaven.blueprint;

import java.util.Collection;
import java.util.List;

/**
 * What a push to Azure Container Registry needs. Which of two roles counts is a setting of the registry, its role assignment mode.
 *
 * @see <a href="https://learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions">Repository
 *     permissions</a>
 */
public final class AcrPush {
    /** Where roles are assigned on the registry as a whole; it cannot be narrowed to repositories. */
    public static final String REGISTRY_WIDE = "AcrPush";

    /** Its id, which is the same in every tenant. */
    public static final String REGISTRY_WIDE_ID = "8311e382-0749-4cb8-b61a-304f252e45ec";

    /** Where roles are assigned by repository. */
    public static final String BY_REPOSITORY = "Container Registry Repository Writer";

    /** Its id, which is the same in every tenant. */
    public static final String BY_REPOSITORY_ID = "2a1e307c-b015-4ebd-883e-5b7698a07328";

    /** The role assignment mode under which {@link #BY_REPOSITORY} counts, and {@link #REGISTRY_WIDE} does not. */
    public static final String BY_REPOSITORY_MODE = "AbacRepositoryPermissions";

    private static final String NAMESPACE = "Microsoft.ContainerRegistry/registries/repositories";
    private static final List<String> ACTIONS =
            List.of("content/read", "content/write", "metadata/read", "metadata/write");

    private AcrPush() {}

    /**
     * Narrows {@link #BY_REPOSITORY} to just these repositories. One condition for all of them, since Azure takes one assignment of a role
     * to somebody on a registry.
     */
    public static String condition(Collection<String> repositories) {
        List<String> unless = ACTIONS.stream()
                .map(action -> "    !(ActionMatches{'" + NAMESPACE + "/" + action + "'})")
                .toList();
        List<String> names = repositories.stream()
                .map(name -> "    @Request[" + NAMESPACE + ":name] StringEqualsIgnoreCase '" + name + "'")
                .toList();
        return "(\n  (\n" + String.join("\n    AND\n", unless) + "\n  )\n  OR\n  (\n" + String.join("\n    OR\n", names)
                + "\n  )\n)\n";
    }
}
