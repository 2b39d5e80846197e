package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushGoalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy",
                "jib:build",
                "jib:build@push",
                "docker:push",
                "k8s:push",
                "com.google.cloud.tools:jib-maven-plugin:build",
                "com.google.cloud.tools:jib-maven-plugin:3.5.2:build",
                "deploy:deploy"
            })
    void knowsWhatPushes(String goal) {
        assertThat(PushGoals.isPush(goal)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"verify", "install", "jib:dockerBuild", "docker:build", "unknown:push", "", ":", "x:y:z:push"})
    void knowsWhatDoesNot(String goal) {
        assertThat(PushGoals.isPush(goal)).isFalse();
    }
}
