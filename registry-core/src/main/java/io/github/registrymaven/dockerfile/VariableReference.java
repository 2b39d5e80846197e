package io.github.registrymaven.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * A variable in a text: {@code $NAME}, {@code ${NAME}} or {@code ${NAME:-word}}.
 *
 * @param modifier what stands between name and word, such as {@code :-}; empty where there is neither
 * @param end where the text goes on after it
 */
record VariableReference(String name, String modifier, String word, int end) {
    /** The one that begins with a dollar sign; null where none does, as in {@code ${project.version}}, which is Maven's. */
    static @Nullable VariableReference at(String text, int dollar) {
        boolean braced = text.startsWith("{", dollar + 1);
        int begin = braced ? dollar + 2 : dollar + 1;
        int end = begin;
        while (end < text.length() && isOfAName(text.charAt(end))) {
            end++;
        }
        if (end == begin || Character.isDigit(text.charAt(begin))) {
            return null;
        }
        String name = text.substring(begin, end);
        if (!braced) {
            return new VariableReference(name, "", "", end);
        }
        int close = close(text, end);
        if (close < 0) {
            return null;
        }
        String rest = text.substring(end, close);
        String modifier = rest.startsWith(":-") ? ":-" : rest.substring(0, Math.min(1, rest.length()));
        // Of names there are words and underscores: a dot is in those of Maven.
        return modifier.equals(".")
                ? null
                : new VariableReference(name, modifier, rest.substring(modifier.length()), close + 1);
    }

    private static boolean isOfAName(char letter) {
        return letter == '_'
                || (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9');
    }

    /** The brace that closes it, after those of variables inside; negative where there is none. */
    private static int close(String text, int from) {
        int open = 1;
        for (int at = from; at < text.length(); at++) {
            open += text.charAt(at) == '}' ? -1 : text.startsWith("${", at) ? 1 : 0;
            if (open == 0) {
                return at;
            }
        }
        return -1;
    }
}
