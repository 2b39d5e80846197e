package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
    /** Counts how often a character is looked at. */
    static final class Counted implements CharSequence {
        private final CharSequence text;
        long steps;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static Wording.@Nullable Fit fit(String wording, String text) {
        return Wording.of(wording).at(Passage.folded(text), 0);
    }

    @Test
    void refusesToEndInAGapWhichWouldFitNowhere() {
        assertThatThrownBy(() -> Wording.of("Pushing image {image} ..."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends with words or a hole");
    }

    @Test
    void takesTheNamesOutOfItsHoles() {
        Passage passage = Passage.of(List.of("name unknown: Repository \"My_Team\" not found"));
        Wording.Fit fit =
                Wording.of("name unknown: Repository {repo} not found").at(passage.plain(), 0);

        assertThat(new Reading(passage, List.of(), List.of()).values(Objects.requireNonNull(fit)))
                .containsEntry("repo", "My_Team");
    }

    @Test
    void skipsAGapButNotMoreThanItsBound() {
        assertThat(fit("put ... 400 bad request", "put https://x/y: 400 Bad Request"))
                .isNotNull();
        assertThat(fit("put ... 400 bad request", "put " + "x".repeat(300) + " 400 bad request"))
                .isNull();
    }

    @Test
    void endsWhereAWordEnds() {
        assertThat(fit("status code 413", "status code 413: too large")).isNotNull();
        assertThat(fit("status code 413", "status code 41307")).isNull();
    }

    @Test
    void beginsWhereAWordBegins() {
        assertThat(Wording.of("eof").at("an eof", 3)).isNotNull();
        assertThat(Wording.of("eof").at("typeof", 3)).isNull();
    }

    static Stream<Wording> wordings() {
        return CatalogueTest.entries().stream()
                .flatMap(entry -> Stream.concat(entry.wordings().stream(), entry.statusWordings().stream()));
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void looksAtHostileTextABoundedNumberOfTimes(Wording wording) {
        String beginning = wording.beginning();
        for (String hostile : List.of(
                beginning.repeat(400),
                (beginning + "a").repeat(300),
                beginning + "a/".repeat(4000),
                beginning + " ".repeat(4000))) {
            Counted text = new Counted(hostile);

            wording.at(text, 0);

            // The bounds of the gaps and holes, each place of which is compared with the words that follow.
            int holes = wording.toString().split("\\{|\\.\\.\\.", -1).length;
            assertThat(text.steps).isLessThan(holes * (long) Hole.LONGEST * 2 * (wording.weight() + 2));
        }
    }
}
