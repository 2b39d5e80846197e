package io.github.registrymaven.policy.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** A command line, parted into words as a shell does. */
final class CommandWords {
    private static final char NONE = 0;

    private CommandWords() {}

    static List<String> of(String line, String place) throws InvalidDocument {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = NONE;
        for (int at = 0; at < line.length(); at++) {
            char one = line.charAt(at);
            if (quote != NONE) {
                if (one == quote) {
                    quote = NONE;
                } else if (one == '\\'
                        && quote == '"'
                        && at + 1 < line.length()
                        && "\"\\".indexOf(line.charAt(at + 1)) >= 0) {
                    word.append(line.charAt(++at));
                } else {
                    word.append(one);
                }
            } else if (one == '\'' || one == '"') {
                quote = one;
                open = true;
            } else if (Character.isWhitespace(one)) {
                if (open) {
                    words.add(word.toString());
                    word.setLength(0);
                    open = false;
                }
            } else {
                word.append(one == '\\' && at + 1 < line.length() ? line.charAt(++at) : one);
                open = true;
            }
        }
        if (quote != NONE) {
            throw new InvalidDocument(place, "has a quotation mark " + quote + " that is not closed");
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }
}
