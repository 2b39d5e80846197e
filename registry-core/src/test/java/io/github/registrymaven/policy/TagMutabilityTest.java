package io.github.registrymaven.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TagMutabilityTest {
    @Test
    void anExceptionToImmutabilityMayMove() {
        TagMutability tags = new TagMutability(true, List.of("latest", "dev-*"), "IMMUTABLE_WITH_EXCLUSION");

        assertThat(tags.holds("1.2.0")).isTrue();
        assertThat(tags.holds("latest")).isFalse();
        assertThat(tags.holds("dev-7")).isFalse();
        assertThat(tags.holds("my-dev-7")).isTrue();
    }

    @Test
    void anExceptionToMutabilityStays() {
        TagMutability tags = new TagMutability(false, List.of("v*"), "MUTABLE_WITH_EXCLUSION");

        assertThat(tags.holds("v1")).isTrue();
        assertThat(tags.holds("main")).isFalse();
    }
}
