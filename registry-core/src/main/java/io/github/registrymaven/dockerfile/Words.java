package io.github.registrymaven.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a shell does: at blanks that no quote holds together, without the quotes. */
final class Words {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote;

    private Words() {}

    static List<String> of(String text) {
        Words words = new Words();
        words.read(text);
        words.end();
        return List.copyOf(words.words);
    }

    private void read(String text) {
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (here == '\\' && quote != '\'' && at + 1 < text.length()) {
                at++;
                add(text.charAt(at));
            } else if (quote != 0) {
                if (here == quote) {
                    quote = 0;
                } else {
                    add(here);
                }
            } else if (here == '"' || here == '\'') {
                quote = here;
                begun = true;
            } else if (Character.isWhitespace(here)) {
                end();
            } else {
                add(here);
            }
        }
    }

    private void add(char letter) {
        word.append(letter);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }
}
