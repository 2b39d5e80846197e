package io.github.registrymaven.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagFixingTest {
    private static String of(String... tags) {
        TagFixing fixing = TagFixing.of(List.of(tags));
        return fixing.mode() + " " + fixing.except();
    }

    @Test
    void fixesTheTagsOfReleases() {
        assertThat(of("1.0", "2024-01-31", "abc1234")).isEqualTo("IMMUTABLE []");
        assertThat(of()).isEqualTo("IMMUTABLE []");
    }

    @Test
    void exceptsTagsThatTheNextBuildMoves() {
        assertThat(of("1.0", "latest")).isEqualTo("IMMUTABLE_WITH_EXCLUSION [latest]");
        assertThat(of("1.1-SNAPSHOT")).isEqualTo("IMMUTABLE_WITH_EXCLUSION [*-SNAPSHOT]");
        assertThat(of("1.0", "prod", "QA")).isEqualTo("IMMUTABLE_WITH_EXCLUSION [QA, prod]");
        assertThat(of("main", "Nightly")).isEqualTo("IMMUTABLE_WITH_EXCLUSION [Nightly, main]");
    }

    @Test
    void exceptsAVersionThatIsTheBeginningOfAnother() {
        assertThat(of("1.2.3", "1.2", "1")).isEqualTo("IMMUTABLE_WITH_EXCLUSION [1, 1.2]");
        assertThat(of("1.2.3", "1.2.30")).isEqualTo("IMMUTABLE []");
    }

    @Test
    void fixesNothingWhereThereAreMoreExceptionsThanEcrTakes() {
        assertThat(of("latest", "main", "dev", "edge", "stable", "canary")).isEqualTo("MUTABLE []");
        assertThat(TagFixing.of(List.of("latest", "main", "dev", "edge", "stable", "canary"))
                        .fixesAnything())
                .isFalse();
    }
}
