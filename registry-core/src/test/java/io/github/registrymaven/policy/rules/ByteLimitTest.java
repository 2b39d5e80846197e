package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteLimitTest {
    @ParameterizedTest
    @CsvSource({"300 MB,300000000", "1.5GiB,1610612736", "1000,1000", "10kb,10000", " 7 B ,7"})
    void readsASizeWithItsUnit(String written, long bytes) {
        assertThat(ByteLimit.of(written))
                .isNotNull()
                .extracting(ByteLimit::bytes)
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-3 MB", "3 apples", "0 GB", "1,5 GB", "99999999999999 GB"})
    void takesNothingElseForASize(String written) {
        assertThat(ByteLimit.of(written)).isNull();
    }
}
