package io.github.registrymaven.reference;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an image reference as it was written.
 *
 * @param input the reference as written
 * @param position the offset of the offending character, from 0 to the length of {@code input}
 * @param message what is wrong, a sentence without the reference in it
 * @param expected what would be right there
 * @param suggestion the whole corrected reference, where the intent is plain
 */
public record ReferenceProblem(
        String input,
        int position,
        String message,
        String expected,
        @Nullable String suggestion) {}
