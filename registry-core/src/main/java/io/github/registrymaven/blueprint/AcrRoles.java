package io.github.registrymaven.blueprint;

/**
 * The roles that let somebody push to Azure Container Registry: a registry takes one or the other, by its role assignment mode.
 *
 * @see <a href="https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview">Built-in roles</a>
 */
public final class AcrRoles {
    /** For the whole registry. */
    public static final String REGISTRY_WIDE = "AcrPush";

    /** In the mode {@value #MODE_BY_REPOSITORY}, where {@value #REGISTRY_WIDE} does not count. */
    public static final String BY_REPOSITORY = "Container Registry Repository Writer";

    public static final String MODE_BY_REPOSITORY = "AbacRepositoryPermissions";

    /** The id of {@value #REGISTRY_WIDE}, the same in every tenant. */
    public static final String REGISTRY_WIDE_ID = "8311e382-0749-4cb8-b61a-304f252e45ec";

    /** The id of {@value #BY_REPOSITORY}, the same in every tenant. */
    public static final String BY_REPOSITORY_ID = "2a1e307c-b015-4ebd-883e-5b7698a07328";

    private AcrRoles() {}
}
