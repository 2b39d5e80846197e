package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code -Daccuracy.print=true} it prints the table and what is explained otherwise than expected. */
class AccuracyTest {
    @ParameterizedTest
    @ValueSource(strings = {"examples.jsonl", "held-out.jsonl", "unseen.jsonl"})
    void isRightAboutNearlyAllTextsWhoseCauseIsKnown(String file) throws IOException {
        Accuracy accuracy = Accuracy.of(file);
        if (Boolean.getBoolean("accuracy.print")) {
            accuracy.print(System.out, file);
        }

        assertThat(accuracy.size()).isGreaterThanOrEqualTo(40);
        assertThat(accuracy.exact()).as(file + ": " + accuracy.wrong()).isGreaterThanOrEqualTo(0.95);
        assertThat(accuracy.covered())
                .as(file + ": " + accuracy.wrong())
                .isGreaterThanOrEqualTo(file.equals("unseen.jsonl") ? 0.95 : 0.99);
    }
}
