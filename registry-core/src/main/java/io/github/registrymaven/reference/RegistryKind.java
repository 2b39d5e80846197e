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

    /** The kind behind a host, which may have a port. */
    static RegistryKind of(String host) {
        String name = Hosts.name(host);
        if (EcrHosts.serves(name)) {
            return ECR;
        }
        if (ArtifactRegistryHosts.serves(name)) {
            return ARTIFACT_REGISTRY;
        }
        if (GcrHosts.serves(name)) {
            return GCR;
        }
        if (AcrHosts.serves(name)) {
            return ACR;
        }
        return switch (name) {
            case "public.ecr.aws", "ecr-public.aws.com" -> ECR_PUBLIC;
            case DockerHub.HOST, DockerHub.API, "registry.hub.docker.com" -> DOCKER_HUB;
            case "ghcr.io" -> GHCR;
            default -> GENERIC;
        };
    }

    /** The host at which the registry of a host answers. */
    public static String apiHost(String host) {
        return host.equals(DockerHub.HOST) ? DockerHub.API : host;
    }
}
