package io.github.registrymaven.testkit;

import java.util.regex.Pattern;

/** Patterns in which {@code *} stands for anything, slashes too. */
final class Wildcard {
    private Wildcard() {}

    static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
    }
}
