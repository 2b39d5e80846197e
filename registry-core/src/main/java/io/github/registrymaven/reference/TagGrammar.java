package io.github.registrymaven.reference;

import org.jspecify.annotations.Nullable;

/** The tag: a word character, then up to 127 word characters, dots and dashes. */
final class TagGrammar {
    static final int LONGEST = 128;

    private static final String CHARACTERS = "letters, digits, '_', '.' and '-'";

    private TagGrammar() {}

    static Reading.@Nullable Fault fault(String tag, int offset) {
        if (tag.isEmpty()) {
            return new Reading.Fault(offset, "the tag is empty", "a tag such as 1.0, or no ':'");
        }
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if (i == LONGEST) {
                return new Reading.Fault(
                        offset + i, "a tag has at most " + LONGEST + " characters", "the end of the tag");
            }
            if (c == ':') {
                return new Reading.Fault(offset + i, "there is a second ':' and one tag only", CHARACTERS);
            }
            if (i == 0 && (c == '.' || c == '-')) {
                return new Reading.Fault(
                        offset, "a tag does not start with " + Shown.character(tag, 0), "a letter, a digit or '_'");
            }
            if (!Ascii.isAlphanumeric(c) && c != '_' && c != '.' && c != '-') {
                return new Reading.Fault(offset + i, Shown.character(tag, i) + " cannot stand in a tag", CHARACTERS);
            }
        }
        return null;
    }
}
