package io.github.registrymaven.testkit.aws;

import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns of IAM: {@code *} stands for anything, {@code ?} for one character. */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String text) {
        String quoted = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL).matcher(text).matches();
    }

    /** Actions are the same in capitals. */
    static boolean matchesAction(String pattern, String action) {
        return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }
}
