package io.github.registrymaven.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reference says in the terms of the cloud that its host belongs to. */
public sealed interface RegistryAddress {
    /**
     * Amazon ECR; the whole path is the repository's name.
     *
     * @param account its 12 digits
     * @param partition as in an ARN: {@code aws}, {@code aws-cn}, {@code aws-us-gov}, {@code aws-eusc}, {@code aws-iso}…
     * @param dualStack whether the host is the one that speaks IPv6 too
     */
    record Ecr(String account, String region, String partition, boolean fips, boolean dualStack)
            implements RegistryAddress {}

    /**
     * Amazon ECR Public.
     *
     * @param alias the registry's alias, which a path begins with
     * @param repository the path below the alias; empty where it is missing
     */
    record EcrPublic(String alias, String repository) implements RegistryAddress {}

    /**
     * Google Artifact Registry.
     *
     * @param location a region such as {@code europe-west3}, or {@code us}, {@code europe}, {@code asia}
     * @param project with its domain where it has one: {@code example.com:project}
     * @param repository the repository, which has to exist before a push; empty where it is missing
     * @param image the path below the repository; empty where it is missing
     */
    record ArtifactRegistry(String location, String project, String repository, String image)
            implements RegistryAddress {}

    /**
     * gcr.io and its regional hosts, which Artifact Registry serves today.
     *
     * @param location where the repository behind the host is: {@code us}, {@code europe} or {@code asia}
     * @param project with its domain where it has one: {@code example.com:project}
     * @param repository Artifact Registry's repository behind the host; it has the host's name
     * @param image the path below the project; empty where it is missing
     */
    record Gcr(String location, String project, String repository, String image) implements RegistryAddress {}

    /**
     * Azure Container Registry; the whole path is the repository's name.
     *
     * @param name the registry's name, without the hash of its login server; the resource may have it with upper case
     * @param hash what follows the dash in a login server with a domain name label scope
     * @param suffix {@code azurecr.io}, or that of a sovereign cloud: {@code azurecr.cn}, {@code azurecr.us}
     */
    record Acr(String name, @Nullable String hash, String suffix) implements RegistryAddress {}

    /**
     * GitHub's container registry.
     *
     * @param owner the user or organisation
     * @param image the path below the owner; empty where it is missing
     */
    record Ghcr(String owner, String image) implements RegistryAddress {}

    /** Every other registry, and a cloud's host that is no registry: a mirror, a data endpoint. */
    record Other() implements RegistryAddress {}

    /** Reads the address out of host and path; what the path lacks is empty. */
    static RegistryAddress of(ImageReference image) {
        String host = Hosts.name(image.host());
        List<String> path = List.of(image.repository().split("/", -1));
        return switch (image.kind()) {
            case ECR -> EcrHosts.read(host);
            case ECR_PUBLIC -> new EcrPublic(path.get(0), below(path, 1));
            case ARTIFACT_REGISTRY -> ArtifactRegistryHosts.read(host, GooglePath.of(path));
            case GCR -> GcrHosts.read(host, GooglePath.of(path));
            case ACR -> AcrHosts.read(host);
            case GHCR -> new Ghcr(path.get(0), below(path, 1));
            case DOCKER_HUB, GENERIC -> new Other();
        };
    }

    private static String below(List<String> path, int parts) {
        return String.join("/", path.subList(parts, path.size()));
    }
}
