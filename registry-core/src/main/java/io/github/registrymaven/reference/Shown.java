package io.github.registrymaven.reference;

import java.util.Locale;

/**
 * Text made visible: one column for each character whatever the terminal, and nothing that could drive it.
 *
 * <p>Beyond ASCII everything is escaped. No such character may stand in a reference, and a Cyrillic {@code а} that looks
 * like a Latin {@code a} is told apart only that way.
 */
final class Shown {
    private Shown() {}

    /** The text with whatever is not printable ASCII as in a Java string: {@code \t}, {@code \}{@code u00fc}. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> shown.append("\\t");
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                default -> {
                    if (isPrintable(c)) {
                        shown.append(c);
                    } else {
                        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return shown.toString();
    }

    /** One character in a sentence: {@code '+'}, {@code a blank}, {@code U+0430 (CYRILLIC SMALL LETTER A)}. */
    static String character(String text, int position) {
        int c = text.codePointAt(position);
        return switch (c) {
            case ' ' -> "a blank";
            case '\t' -> "a tab";
            case '\n', '\r' -> "a line break";
            default -> {
                if (c < 0x80 && isPrintable((char) c)) {
                    yield "'" + (char) c + "'";
                }
                String name = Character.getName(c);
                yield String.format(Locale.ROOT, "U+%04X", c) + (name == null ? "" : " (" + name + ")");
            }
        };
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c < 0x7f;
    }
}
