package io.github.registrymaven.plugin.failed;

import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;

/**
 * What the failure of a goal may have to do with images. Only of these goals is the text read: a database that refuses a connection
 * in somebody's test words it like a registry that does.
 */
enum PushingTool {
    NONE,
    /** Pushes or pulls images itself, and has the reason in its exception. */
    SPEAKS,
    /** Runs other programs, which print the reason. */
    RUNS_OTHERS;

    /** By artifact id, the beginnings of the names of goals. */
    private static final Map<String, Set<String>> PUSH = Map.of(
            "jib-maven-plugin", Set.of("build", "dockerBuild"),
            "docker-maven-plugin", Set.of("build", "push", "tag"),
            "dockerfile-maven-plugin", Set.of("build", "push", "tag"),
            "kubernetes-maven-plugin", Set.of("build", "push"),
            "openshift-maven-plugin", Set.of("build", "push"),
            "spring-boot-maven-plugin", Set.of("build-image"),
            "micronaut-maven-plugin", Set.of("docker"),
            "quarkus-maven-plugin", Set.of("build", "image-", "deploy"));

    private static final Map<String, String> RUN = Map.of("exec-maven-plugin", "exec", "maven-antrun-plugin", "run");

    static PushingTool of(MojoExecution execution) {
        String plugin = execution.getArtifactId();
        String goal = execution.getGoal();
        if (goal == null) {
            return NONE;
        }
        if (goal.equals(RUN.get(plugin))) {
            return RUNS_OTHERS;
        }
        return PUSH.getOrDefault(plugin, Set.of()).stream().anyMatch(goal::startsWith) ? SPEAKS : NONE;
    }
}
