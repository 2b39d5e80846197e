package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a heredoc, before anything is filled in.
 *
 * @param line where its first line is
 */
record Heredoc(String text, int line) {
    /** From {@code <<} to past the word that ends it. */
    static Heredoc read(Cursor cursor) throws Unreadable {
        Place start = cursor.here();
        cursor.take("<<");
        boolean indented = cursor.take('-');
        String word = cursor.identifier();
        if (word.isEmpty() || !cursor.restOfLine().isBlank()) {
            throw new Unreadable(start, "expected a word and the end of the line after '<<'");
        }
        int first = cursor.line();
        List<String> lines = new ArrayList<>();
        while (true) {
            if (cursor.isAtEnd()) {
                throw new Unreadable(start, "expected a line with " + word + " to end the text that begins here");
            }
            if (endsWith(cursor, word)) {
                return new Heredoc(joined(indented ? flushed(lines) : lines), first);
            }
            lines.add(cursor.restOfLine());
        }
    }

    /** Whether the line is the last, which holds nothing but the word: then past the word, but not past the line's end, which ends the attribute. */
    private static boolean endsWith(Cursor cursor, String word) {
        int blanks = 0;
        while (cursor.peek(blanks) == ' ' || cursor.peek(blanks) == '\t') {
            blanks++;
        }
        for (int i = 0; i < word.length(); i++) {
            if (cursor.peek(blanks + i) != word.charAt(i)) {
                return false;
            }
        }
        int end = blanks + word.length();
        while (cursor.peek(end) == ' ' || cursor.peek(end) == '\t' || cursor.peek(end) == '\r') {
            end++;
        }
        if (cursor.peek(end) != '\n' && cursor.peek(end) != Cursor.END) {
            return false;
        }
        for (int i = 0; i < blanks + word.length(); i++) {
            cursor.next();
        }
        return true;
    }

    /** Without the blanks that all lines begin with. */
    private static List<String> flushed(List<String> lines) {
        int least = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(Heredoc::indent)
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.substring(Math.min(least, indent(line))))
                .toList();
    }

    private static int indent(String line) {
        int blanks = 0;
        while (blanks < line.length() && (line.charAt(blanks) == ' ' || line.charAt(blanks) == '\t')) {
            blanks++;
        }
        return blanks;
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .append('\n'));
        return text.toString();
    }
}
