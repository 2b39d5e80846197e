package io.github.registrymaven.enforcer;

import io.github.registrymaven.policy.Placeholder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A secret that stands where it is written: not encrypted, and not taken from elsewhere. */
final class PlainText {
    /** What stands where the secret is yet to be put, as by {@code -D}. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("none|x+|\\*+|<.*>|" + Placeholder.WORDS, Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static boolean is(@Nullable String written) {
        return written != null
                && !written.isBlank()
                && !written.contains("${")
                && !PLACEHOLDER.matcher(written.strip()).matches()
                && !(written.contains("{") && written.contains("}"));
    }
}
