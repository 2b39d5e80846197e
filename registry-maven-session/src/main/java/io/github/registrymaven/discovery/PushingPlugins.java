package io.github.registrymaven.discovery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plugins that are known to push, by their artifact id: forks and former owners keep it, and its configuration. */
final class PushingPlugins {
    private static final Map<String, PushingPlugin> BY_ARTIFACT = Map.of(
            "jib-maven-plugin", new Jib(),
            "docker-maven-plugin", new DockerMavenPlugin(),
            "spring-boot-maven-plugin", new SpringBoot(),
            "kubernetes-maven-plugin", new JKube("%g/%a:%l"),
            "openshift-maven-plugin", new JKube("%a:%l"),
            "quarkus-maven-plugin", new Quarkus(),
            "micronaut-maven-plugin", new Micronaut(),
            "dockerfile-maven-plugin", new Dockerfile());

    private PushingPlugins() {}

    static @Nullable PushingPlugin of(String artifactId) {
        return BY_ARTIFACT.get(artifactId);
    }

    /** Whether what is typed is a goal, and one with the name of a goal that pushes: its prefix is Maven's to resolve. */
    static boolean mayPush(String typed) {
        String goal = typed.replaceAll("@.*", "").replaceAll(".*:", "");
        return typed.contains(":") && BY_ARTIFACT.values().stream().anyMatch(plugin -> plugin.pushesWith(goal));
    }
}
