package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncryptedTextTest {
    @Test
    void isWhatStandsInBraces() {
        assertThat(EncryptedText.is("{COQLCE6DU6GtcS5P=}")).isTrue();
        assertThat(EncryptedText.is("expires in May {COQLCE6DU6GtcS5P=} ask Jo"))
                .isTrue();
    }

    @Test
    void isNotAPasswordThatMerelyHoldsABrace() {
        assertThat(EncryptedText.is("open{sesame")).isFalse();
        assertThat(EncryptedText.is("plain")).isFalse();
        assertThat(EncryptedText.is("\\{escaped\\}")).isFalse();
    }
}
