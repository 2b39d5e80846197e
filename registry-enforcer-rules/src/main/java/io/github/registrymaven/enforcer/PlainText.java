package io.github.registrymaven.enforcer;

import org.jspecify.annotations.Nullable;

/** A secret that stands where it is written: not encrypted, and not taken from elsewhere. */
final class PlainText {
    private PlainText() {}

    static boolean is(@Nullable String written) {
        return written != null
                && !written.isBlank()
                && !written.contains("${")
                && !(written.contains("{") && written.contains("}"));
    }
}
