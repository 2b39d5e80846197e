package io.github.registrymaven.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @Test
    void isWrittenAsDockerWritesIt() {
        assertThat(Platform.parse("linux/arm64")).isEqualTo(new Platform("linux", "arm64"));
        assertThat(Platform.parse("linux/arm64")).hasToString("linux/arm64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "linux/", "/amd64", "linux/arm/v7", "Linux/amd64", "linux/\"amd64\""})
    void anythingElseIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> Platform.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as linux/amd64 is one");
    }
}
