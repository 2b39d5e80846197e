package io.github.registrymaven.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an image reference as it was written.
 *
 * @param input the reference as written, but for user and password before an {@code @}, which are blotted out
 * @param position the offset of the offending character, from 0 to the length of {@code input}
 * @param message what is wrong, a clause without the reference in it
 * @param expected what would be right there
 * @param suggestion the whole corrected reference, where the intent is plain
 */
public record ReferenceProblem(
        String input,
        int position,
        String message,
        String expected,
        @Nullable String suggestion) {
    /** Longer ones are shown in part, as a caret below a wrapped line points anywhere. */
    private static final int WIDEST = 120;

    private static final String CUT = "...";

    public ReferenceProblem {
        if (position < 0 || position > input.length()) {
            throw new IllegalArgumentException("position " + position + " is outside of the reference");
        }
    }

    /**
     * Two lines: the reference, and a caret below the offending character.
     *
     * <p>Both are printable ASCII only; other characters are shown as in a Java string. Of a long reference the part
     * around the caret is shown.
     */
    public List<String> marked() {
        String before = Shown.text(input.substring(0, position));
        String after = Shown.text(input.substring(position));
        if (before.length() + after.length() > WIDEST) {
            before = lastOf(before, Math.max(WIDEST / 2, WIDEST - after.length()));
            after = firstOf(after, WIDEST - before.length());
        }
        return List.of(before + after, " ".repeat(before.length()) + "^");
    }

    private static String lastOf(String text, int width) {
        return text.length() <= width ? text : CUT + text.substring(text.length() - width + CUT.length());
    }

    private static String firstOf(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - CUT.length()) + CUT;
    }
}
