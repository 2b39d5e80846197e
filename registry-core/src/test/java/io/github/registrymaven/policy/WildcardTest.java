package io.github.registrymaven.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class WildcardTest {
    @Test
    void aPatternCoversANarrowerOne() {
        assertThat(Wildcard.covers("v*", "v1.*")).isTrue();
        assertThat(Wildcard.covers("*1*", "v1.*")).isTrue();
        assertThat(Wildcard.covers("v1.*", "v*")).isFalse();
        assertThat(Wildcard.covers("v*1", "v*")).isFalse();
    }

    @Test
    void patternsMeetWhereOneNameFitsBoth() {
        assertThat(Wildcard.meet("v*", "*-rc")).isTrue();
        assertThat(Wildcard.meet("prod*", "dev*")).isFalse();
        assertThat(Wildcard.meet("a*b", "a*c")).isFalse();
        assertThat(Wildcard.meet("*", "")).isTrue();
    }

    @Property
    void whatMatchesTheNarrowerMatchesTheWider(
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 5) String wide,
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 5) String narrow,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String name) {
        if (Wildcard.covers(wide, narrow) && Wildcard.matches(narrow, name)) {
            assertThat(Wildcard.matches(wide, name)).isTrue();
        }
        if (Wildcard.matches(wide, name) && Wildcard.matches(narrow, name)) {
            assertThat(Wildcard.meet(wide, narrow)).isTrue();
        }
    }
}
