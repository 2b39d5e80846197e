package io.github.registrymaven.reference;

import java.util.Locale;

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

    /** The kind of registry that a host is, ports aside. */
    static RegistryKind of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (Hosts.isEcr(name)) {
            return ECR;
        }
        if (Hosts.isArtifactRegistry(name)) {
            return ARTIFACT_REGISTRY;
        }
        if (Hosts.isAcr(name)) {
            return ACR;
        }
        return switch (name) {
            case "public.ecr.aws", "ecr-public.aws.com" -> ECR_PUBLIC;
            case "gcr.io", "us.gcr.io", "eu.gcr.io", "asia.gcr.io", "mirror.gcr.io" -> GCR;
            case "docker.io", "registry-1.docker.io", "registry.hub.docker.com" -> DOCKER_HUB;
            case "ghcr.io" -> GHCR;
            default -> GENERIC;
        };
    }

    /** The name in reports, such as {@code artifact-registry}. */
    public String id() {
        return id;
    }
}
