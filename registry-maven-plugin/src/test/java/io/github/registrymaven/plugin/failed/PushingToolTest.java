package io.github.registrymaven.plugin.failed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushingToolTest {
    @ParameterizedTest
    @CsvSource({
        "jib-maven-plugin, build, SPEAKS",
        "docker-maven-plugin, push, SPEAKS",
        "docker-maven-plugin, stop, NONE",
        "spring-boot-maven-plugin, build-image-no-fork, SPEAKS",
        "spring-boot-maven-plugin, run, NONE",
        "quarkus-maven-plugin, image-push, SPEAKS",
        "quarkus-maven-plugin, dev, NONE",
        "kubernetes-maven-plugin, push, SPEAKS",
        "dockerfile-maven-plugin, push, SPEAKS",
        "micronaut-maven-plugin, docker-push, SPEAKS",
        "micronaut-maven-plugin, docker, SPEAKS",
        "micronaut-maven-plugin, run, NONE",
        "openshift-maven-plugin, build, SPEAKS",
        "kubernetes-maven-plugin, apply, NONE",
        "exec-maven-plugin, exec, RUNS_OTHERS",
        "exec-maven-plugin, java, NONE",
        "maven-antrun-plugin, run, RUNS_OTHERS",
        "maven-surefire-plugin, test, NONE",
        "maven-deploy-plugin, deploy, NONE",
        "registry-maven-plugin, push, NONE",
    })
    void readsOnlyTheFailuresOfGoalsThatHandleImages(String plugin, String goal, PushingTool tool) {
        Plugin owner = new Plugin();
        owner.setArtifactId(plugin);

        assertThat(PushingTool.of(new MojoExecution(owner, goal, "default"))).isEqualTo(tool);
    }
}
