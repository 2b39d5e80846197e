package io.github.registrymaven.reference;

import java.util.Arrays;

/** What a reference says in the terms of the cloud that its host belongs to. */
public sealed interface RegistryAddress {
    /** Amazon ECR; the whole path is the repository's name. */
    record Ecr(String account, String region, String partition, boolean fips, boolean dualStack)
            implements RegistryAddress {}

    /** Amazon ECR Public, whose path begins with the registry's alias. */
    record EcrPublic(String alias) implements RegistryAddress {}

    /**
     * Google Artifact Registry.
     *
     * @param project with its domain where it has one: {@code example.com:project}
     * @param image the path below the repository; empty where it is missing
     */
    record ArtifactRegistry(String location, String project, String repository, String image)
            implements RegistryAddress {}

    /** gcr.io and its regional hosts. */
    record Gcr(String project, String image) implements RegistryAddress {}

    /**
     * Azure Container Registry.
     *
     * @param name the registry's name, without the hash of its login server
     */
    record Acr(String name, String suffix) implements RegistryAddress {}

    /** Every other registry. */
    record Other() implements RegistryAddress {}

    /** Reads the address out of host and path. */
    static RegistryAddress of(ImageReference image) {
        String[] path = image.repository().split("/", -1);
        return switch (image.kind()) {
            case ECR -> Hosts.ecr(image.host());
            case ECR_PUBLIC -> new EcrPublic(path[0]);
            case ARTIFACT_REGISTRY -> artifactRegistry(image.host(), path);
            case GCR -> new Gcr(project(path), rest(path, projectParts(path)));
            case ACR -> Hosts.acr(image.host());
            case DOCKER_HUB, GHCR, GENERIC -> new Other();
        };
    }

    private static RegistryAddress artifactRegistry(String host, String[] path) {
        int project = projectParts(path);
        String location = host.substring(0, host.indexOf("-docker."));
        String repository = path.length > project ? path[project] : "";
        return new ArtifactRegistry(location, project(path), repository, rest(path, project + 1));
    }

    /** A project of a domain is written as two parts: {@code example.com/project}. */
    private static int projectParts(String[] path) {
        return path[0].contains(".") && path.length > 1 ? 2 : 1;
    }

    private static String project(String[] path) {
        return projectParts(path) == 2 ? path[0] + ":" + path[1] : path[0];
    }

    private static String rest(String[] path, int from) {
        return from >= path.length ? "" : String.join("/", Arrays.copyOfRange(path, from, path.length));
    }
}
