package io.github.registrymaven.session;

import java.util.Map;
import java.util.Set;

/** Which goals publish something: an image to a registry, or artifacts to a repository. */
public final class PushGoals {
    private static final String DEPLOY = "deploy";
    private static final String DEPLOYER = "maven-deploy-plugin";

    /** By the plugin's artifact id, with the phase a goal is bound to where the POM names none; empty where it then never runs. */
    private static final Map<String, Map<String, String>> IMAGES_BY_PLUGIN = Map.of(
            "jib-maven-plugin", Map.of("build", ""),
            "docker-maven-plugin", Map.of("push", DEPLOY),
            "kubernetes-maven-plugin", Map.of("push", "install"),
            "openshift-maven-plugin", Map.of("push", "install"),
            "dockerfile-maven-plugin", Map.of("push", DEPLOY),
            "micronaut-maven-plugin", Map.of("docker-push", DEPLOY),
            "quarkus-maven-plugin", Map.of("image-push", "package"),
            "registry-maven-plugin", Map.of("push", DEPLOY));

    /** By the prefix with which a goal is typed. */
    private static final Map<String, String> PLUGIN_BY_PREFIX = Map.ofEntries(
            Map.entry("deploy", DEPLOYER),
            Map.entry("jib", "jib-maven-plugin"),
            Map.entry("docker", "docker-maven-plugin"),
            Map.entry("k8s", "kubernetes-maven-plugin"),
            Map.entry("oc", "openshift-maven-plugin"),
            Map.entry("dockerfile", "dockerfile-maven-plugin"),
            Map.entry("mn", "micronaut-maven-plugin"),
            Map.entry("spring-boot", "spring-boot-maven-plugin"),
            Map.entry("quarkus", "quarkus-maven-plugin"),
            Map.entry("registry", "registry-maven-plugin"));

    private static final Set<String> DEPLOYMENTS = Set.of(DEPLOY, "deploy-file");

    private PushGoals() {}

    /** Whether a plugin's goal publishes something. */
    public static boolean isPush(String artifactId, String goal) {
        return pushesImages(artifactId, goal) || (DEPLOYER.equals(artifactId) && DEPLOYMENTS.contains(goal));
    }

    /** Whether a plugin's goal publishes something, or would if its configuration said so. */
    public static boolean mayPush(String artifactId, String goal) {
        return isPush(artifactId, goal) || PushOnRequest.of(artifactId, goal) != null;
    }

    /** Whether what was typed is our own {@code push}. */
    public static boolean isOurs(String typed) {
        return "registry-maven-plugin".equals(plugin(typed)) && "push".equals(goal(typed));
    }

    static boolean pushesImages(String artifactId, String goal) {
        return images(artifactId).containsKey(goal);
    }

    /** The phase of an execution that names none; empty where it does not run then. */
    static String defaultPhase(String artifactId, String goal) {
        return images(artifactId).getOrDefault(goal, "");
    }

    /** The plugin of a goal as typed, {@code prefix:goal} or {@code group:artifact[:version]:goal}; empty for a phase. */
    public static String plugin(String typed) {
        String[] parts = parts(typed);
        return parts.length < 2 ? "" : parts.length == 2 ? PLUGIN_BY_PREFIX.getOrDefault(parts[0], "") : parts[1];
    }

    /** The goal of what was typed, or the phase; with or without {@code @execution}. */
    public static String goal(String typed) {
        String[] parts = parts(typed);
        return parts[parts.length - 1];
    }

    /** The execution whose configuration counts for a goal as typed. */
    public static String execution(String typed) {
        int at = typed.indexOf('@');
        return at < 0 ? "default-cli" : typed.substring(at + 1);
    }

    private static String[] parts(String typed) {
        int execution = typed.indexOf('@');
        return (execution < 0 ? typed : typed.substring(0, execution)).split(":", -1);
    }

    private static Map<String, String> images(String artifactId) {
        return IMAGES_BY_PLUGIN.getOrDefault(artifactId, Map.of());
    }
}
