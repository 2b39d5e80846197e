package io.github.registrymaven.reference;

import static org.assertj.core.api.Assertions.assertThat;

/** Parses what a test knows to be valid, or to be invalid. */
final class Parse {
    private Parse() {}

    static ImageReference valid(String text) {
        ParsedReference parsed = ImageReference.parse(text);
        assertThat(parsed).as(text).isInstanceOf(ParsedReference.Valid.class);
        return ((ParsedReference.Valid) parsed).reference();
    }

    static ReferenceProblem invalid(String text) {
        ParsedReference parsed = ImageReference.parse(text);
        assertThat(parsed).as(text).isInstanceOf(ParsedReference.Invalid.class);
        return ((ParsedReference.Invalid) parsed).problem();
    }
}
