package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In how few rounds images are asked about. */
class RoundsTest {
    private static final List<RequestedImage> IMAGES = List.of(
            new RequestedImage("h.example/a:1", "jib-maven-plugin", null, PushTerms.JIB),
            new RequestedImage("h.example/b:1", "dockerfile-maven-plugin", null, PushTerms.USUAL),
            new RequestedImage("h.example/c:1", "jib-maven-plugin", null, PushTerms.JIB));

    @Test
    void jibsImagesTakeARoundOfTheirOwnWhereItsWayIsAnother() {
        assertThat(Rounds.of(IMAGES, true))
                .extracting(Rounds.Round::byJib, round -> round.images().size())
                .containsExactly(tuple(true, 2), tuple(false, 1));
    }

    @Test
    void allGoInOneWhereThereIsNoProxyToTellThemApart() {
        assertThat(Rounds.of(IMAGES, false))
                .singleElement()
                .extracting(Rounds.Round::byJib)
                .isEqualTo(false);
    }
}
