package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {
    private static final List<String> THERE = List.of("team/app", "team/apps", "other/app", "tools", "backend");

    @Test
    void findsSlipsOfTheKeyboardNearestFirst() {
        assertThat(NearMiss.of("team/appp", THERE)).containsExactly("team/app", "team/apps");
    }

    @Test
    void findsTheSameNameInAnotherNamespace() {
        assertThat(NearMiss.of("wrong/tools", THERE)).containsExactly("tools");
    }

    @Test
    void suggestsNothingThatIsFarOff() {
        assertThat(NearMiss.of("frontend", THERE)).isEmpty();
    }
}
