package io.github.registrymaven.reference;

/** The registries whose own rules are known. Whatever else speaks the distribution protocol is {@link #GENERIC}. */
public enum RegistryKind {
    ECR("ecr"),
    ECR_PUBLIC("ecr-public"),
    ARTIFACT_REGISTRY("artifact-registry"),
    GCR("gcr"),
    ACR("acr"),
    DOCKER_HUB("docker-hub"),
    GHCR("ghcr"),
    GENERIC("generic");

    private final String id;

    RegistryKind(String id) {
        this.id = id;
    }

    /** The name in reports, such as {@code artifact-registry}. */
    public String id() {
        return id;
    }
}
