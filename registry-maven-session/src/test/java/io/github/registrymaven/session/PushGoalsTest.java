package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PushGoalsTest {
    @Test
    void knowsWhatPublishes() {
        assertThat(PushGoals.isPush("maven-deploy-plugin", "deploy")).isTrue();
        assertThat(PushGoals.isPush("jib-maven-plugin", "build")).isTrue();
        assertThat(PushGoals.isPush("jib-maven-plugin", "buildTar")).isFalse();
        assertThat(PushGoals.isPush("spring-boot-maven-plugin", "build-image")).isFalse();
    }

    @Test
    void knowsWhatPublishesIfItIsTold() {
        assertThat(PushGoals.mayPush("spring-boot-maven-plugin", "build-image")).isTrue();
        assertThat(PushGoals.mayPush("quarkus-maven-plugin", "build")).isTrue();
        assertThat(PushGoals.mayPush("docker-maven-plugin", "build")).isTrue();
        assertThat(PushGoals.mayPush("quarkus-maven-plugin", "generate-code")).isFalse();
        assertThat(PushGoals.mayPush("maven-deploy-plugin", "deploy-file")).isTrue();
    }
}
