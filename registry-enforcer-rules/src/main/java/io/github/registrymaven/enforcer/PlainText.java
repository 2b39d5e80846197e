package io.github.registrymaven.enforcer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A secret that stands where it is written: not encrypted, and not taken from elsewhere. */
final class PlainText {
    /** What stands where the secret is yet to be put, as by {@code -D}. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(change|replace|fill|set)[-_ ]?(it|me|this|in)([-_ ].*)?|todo|tbd|unset|none|dummy|placeholder|x+|\\*+|<.*>",
            Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static boolean is(@Nullable String written) {
        return written != null
                && !written.isBlank()
                && !written.contains("${")
                && !PLACEHOLDER.matcher(written.strip()).matches()
                && !(written.contains("{") && written.contains("}"));
    }
}
