package io.github.registrymaven.reference;

import org.jspecify.annotations.Nullable;

/** What a registry's own rules say about a reference that the grammar lets pass. */
public record NamingRemark(Level level, ReferenceProblem problem) {
    /** How sure it is that the push fails. */
    public enum Level {
        /** The registry refuses every push to that name. */
        FAIL,
        /** It may well, or another name was meant. */
        WARN
    }

    static NamingRemark fail(
            ImageReference image, int position, String message, String expected, @Nullable String suggestion) {
        return new NamingRemark(Level.FAIL, problem(image, position, message, expected, suggestion));
    }

    static NamingRemark warn(
            ImageReference image, int position, String message, String expected, @Nullable String suggestion) {
        return new NamingRemark(Level.WARN, problem(image, position, message, expected, suggestion));
    }

    private static ReferenceProblem problem(
            ImageReference image, int position, String message, String expected, @Nullable String suggestion) {
        // A reference may be put together by hand, and then what was written need not have all its parts.
        int within = Math.max(0, Math.min(position, image.written().length()));
        return new ReferenceProblem(image.written(), within, message, expected, suggestion);
    }
}
