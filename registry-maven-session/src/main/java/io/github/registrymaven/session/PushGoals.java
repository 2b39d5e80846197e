package io.github.registrymaven.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;

/** Which goals publish something: an image to a registry, or artifacts to a repository. */
public final class PushGoals {
    private static final String DEPLOY = "deploy";

    /** By the plugin's artifact id. */
    private static final Map<String, Set<String>> BY_PLUGIN = Map.of(
            "maven-deploy-plugin", Set.of(DEPLOY, "deploy-file"),
            "jib-maven-plugin", Set.of("build"),
            "docker-maven-plugin", Set.of("push"),
            "kubernetes-maven-plugin", Set.of("push"),
            "openshift-maven-plugin", Set.of("push"),
            "dockerfile-maven-plugin", Set.of("push"),
            "micronaut-maven-plugin", Set.of("docker-push"),
            "registry-maven-plugin", Set.of("push"));

    /** By the prefix with which a goal is typed. */
    private static final Map<String, String> PLUGIN_BY_PREFIX = Map.of(
            "deploy", "maven-deploy-plugin",
            "jib", "jib-maven-plugin",
            "docker", "docker-maven-plugin",
            "k8s", "kubernetes-maven-plugin",
            "oc", "openshift-maven-plugin",
            "dockerfile", "dockerfile-maven-plugin",
            "mn", "micronaut-maven-plugin",
            "registry", "registry-maven-plugin");

    private PushGoals() {}

    /** Whether a plugin's goal publishes something. */
    public static boolean isPush(String artifactId, String goal) {
        return BY_PLUGIN.getOrDefault(artifactId, Set.of()).contains(goal);
    }

    /** Whether a session will push: its goals hold the {@code deploy} phase, or a goal that pushes. */
    public static boolean willPush(MavenSession session) {
        List<String> goals = session.getGoals();
        return goals.stream().anyMatch(PushGoals::isPush);
    }

    /** A phase, {@code prefix:goal} or {@code group:artifact[:version]:goal}, with or without {@code @execution}. */
    static boolean isPush(String typed) {
        int execution = typed.indexOf('@');
        String[] parts = (execution < 0 ? typed : typed.substring(0, execution)).split(":", -1);
        if (parts.length == 1) {
            return parts[0].equals(DEPLOY);
        }
        String plugin = parts.length == 2 ? PLUGIN_BY_PREFIX.getOrDefault(parts[0], "") : parts[1];
        return isPush(plugin, parts[parts.length - 1]);
    }
}
