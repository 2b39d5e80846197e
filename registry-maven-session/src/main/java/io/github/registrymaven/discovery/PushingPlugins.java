package io.github.registrymaven.discovery;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plugins that are known to push, by their artifact id: forks and former owners keep it, and its configuration. Only
 * {@code docker-maven-plugin} is the name of several that have nothing in common, so there the group counts as well.
 */
final class PushingPlugins {
    private static final Map<String, PushingPlugin> BY_ARTIFACT = Map.of(
            "jib-maven-plugin", new Jib(),
            "spring-boot-maven-plugin", new SpringBoot(),
            "kubernetes-maven-plugin", new JKube("%g/%a:%l"),
            "openshift-maven-plugin", new JKube("%a:%l"),
            "quarkus-maven-plugin", new Quarkus(),
            "micronaut-maven-plugin", new Micronaut(),
            "dockerfile-maven-plugin", new Dockerfile());

    private static final String DOCKER = "docker-maven-plugin";

    /** {@code org.jolokia} is where io.fabric8's plugin began. */
    private static final Map<String, PushingPlugin> DOCKER_BY_GROUP = Map.of(
            "io.fabric8", new DockerMavenPlugin(),
            "org.jolokia", new DockerMavenPlugin(),
            "com.spotify", new SpotifyDocker());

    private static final PushingPlugin NAMESAKE = new Namesake();

    private PushingPlugins() {}

    static @Nullable PushingPlugin of(String groupId, String artifactId) {
        return artifactId.equals(DOCKER)
                ? DOCKER_BY_GROUP.getOrDefault(groupId, NAMESAKE)
                : BY_ARTIFACT.get(artifactId);
    }

    /** Whether what is typed is a goal, and one with the name of a goal that pushes: its prefix is Maven's to resolve. */
    static boolean mayPush(String typed) {
        String goal = typed.replaceAll("@.*", "").replaceAll(".*:", "");
        return typed.contains(":")
                && Stream.concat(BY_ARTIFACT.values().stream(), DOCKER_BY_GROUP.values().stream())
                        .anyMatch(plugin -> plugin.pushesWith(goal));
    }
}
