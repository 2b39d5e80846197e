package io.github.registrymaven.credential;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names under which users' tools keep the credential of one registry. */
final class RegistryNames {
    /** What {@code docker login} without a host writes, and asks its helpers for. */
    static final String DOCKER_LOGIN = "https://index.docker.io/v1/";

    // What jib treats as one registry (RegistryAliasGroup).
    private static final List<String> DOCKER_HUB =
            List.of("docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com");

    /** The server ids of docker-maven-plugin and JKube for a name without a registry: all but registry-1. */
    static final List<String> WHERE_NONE_IS_WRITTEN =
            List.of("docker.io", "index.docker.io", "registry.hub.docker.com");

    private RegistryNames() {}

    static boolean isDockerHub(String host) {
        return DOCKER_HUB.contains(host);
    }

    /** The names of a host, itself first. */
    static List<String> of(String host) {
        return isDockerHub(host)
                ? Stream.concat(Stream.of(host), DOCKER_HUB.stream()).distinct().toList()
                : List.of(host);
    }

    /** The names of a host for podman, buildah and skopeo, which do not know Docker Hub's oldest. */
    static List<String> ofContainers(String host) {
        return of(host).stream()
                .filter(name -> name.equals(host) || !name.equals("registry.hub.docker.com"))
                .toList();
    }

    /**
     * What a helper is asked for, in order. Docker stores Docker Hub under its login URL and everything else under its
     * host; podman and jib ask for Docker Hub by name.
     */
    static List<String> serverUrls(String host) {
        return isDockerHub(host) ? List.of(DOCKER_LOGIN, "index.docker.io", "docker.io") : List.of(host);
    }

    /** The ids of settings.xml that are a host's own: its names, and the host without its port. */
    static Set<String> serverIds(String host) {
        Set<String> ids = new LinkedHashSet<>(of(host));
        ids.add(withoutPort(host));
        return ids;
    }

    /** The host without its port; the brackets of an IPv6 address stay. */
    static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
