package io.github.registrymaven.discovery;

import java.util.Arrays;
import org.apache.maven.project.MavenProject;

/** Which of JKube's generators knows a project: each looks for plugins, some for dependencies. */
final class JKubeFrameworks {
    private final MavenProject project;

    JKubeFrameworks(MavenProject project) {
        this.project = project;
    }

    boolean fit(String generator) {
        switch (generator) {
            case "quarkus":
                return has("quarkus-maven-plugin", "io.quarkus", "io.quarkus.platform", "com.redhat.quarkus.platform");
            case "spring-boot":
                return has("spring-boot-maven-plugin");
            case "thorntail-v2":
                return has("thorntail-maven-plugin", "io.thorntail") && !dependsOn("io.thorntail", "thorntail-kernel");
            case "wildfly-jar":
                return has("wildfly-jar-maven-plugin", "org.wildfly.plugins");
            case "openliberty":
                return has("liberty-maven-plugin", "io.openliberty.tools");
            case "karaf":
                return has("karaf-maven-plugin");
            case "vertx":
                return has("vertx-maven-plugin", "io.reactiverse") || dependsOnGroup("io.vertx");
            case "micronaut":
                return has("micronaut-maven-plugin", "io.micronaut.build", "io.micronaut.maven");
            case "helidon":
                return has("helidon-maven-plugin") || dependsOn("io.helidon.webserver", "helidon-webserver");
            case "java-exec":
                return has("exec-maven-plugin", "org.codehaus.mojo")
                        || has("maven-shade-plugin", "org.apache.maven.plugins");
            default:
                return generator.equals("webapp") && has("maven-war-plugin", "org.apache.maven.plugins");
        }
    }

    /** Whether there is such a plugin, of one of these groups if any is given. */
    private boolean has(String artifact, String... groups) {
        return project.getBuildPlugins().stream()
                .filter(plugin -> artifact.equals(plugin.getArtifactId()))
                .anyMatch(plugin -> groups.length == 0 || Arrays.asList(groups).contains(plugin.getGroupId()));
    }

    private boolean dependsOn(String group, String artifact) {
        return project.getDependencies().stream()
                .anyMatch(found -> group.equals(found.getGroupId()) && artifact.equals(found.getArtifactId()));
    }

    private boolean dependsOnGroup(String group) {
        return project.getDependencies().stream().anyMatch(found -> group.equals(found.getGroupId()));
    }
}
