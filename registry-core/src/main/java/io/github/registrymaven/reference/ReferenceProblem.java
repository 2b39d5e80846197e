package io.github.registrymaven.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an image reference as it was written.
 *
 * @param input the reference as written
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
    private static final int MOST_SHOWN = 300;

    /** The reference and, below it, a caret under the offending character. Holds no control characters. */
    public List<String> marked() {
        String shown = input.length() > MOST_SHOWN ? input.substring(0, MOST_SHOWN) : input;
        int column = Math.min(position, shown.length());
        return List.of(visible(shown), " ".repeat(column) + "^");
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean harmless = each == ' ' || (each > ' ' && each < 127);
            visible.append(harmless ? each : '?');
        }
        return visible.toString();
    }
}
