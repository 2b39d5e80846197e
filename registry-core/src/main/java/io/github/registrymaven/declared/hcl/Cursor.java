package io.github.registrymaven.declared.hcl;

import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;

/** Walks through a text, character by character, and knows the line. Not thread-safe. */
public final class Cursor {
    /** What {@link #peek} gives at the end. */
    public static final char END = '\0';

    /** More than people nest, and less than the stack holds. */
    private static final int DEEPEST = 120;

    private final String text;
    private final String file;
    private int position;
    private int line;
    private int depth;
    /** Line breaks are blanks between brackets. */
    private int brackets;

    public Cursor(String text, String file, int line) {
        this(text, file, line, 0);
    }

    /**
     * @param depth how deep the text lies in another
     */
    private Cursor(String text, String file, int line, int depth) {
        this.text = text;
        this.file = file;
        this.line = line;
        this.depth = depth;
    }

    /** Walks through a text that was taken from this one. */
    Cursor within(String part, int firstLine) throws Unreadable {
        enter();
        Cursor inner = new Cursor(part, file, firstLine, depth);
        leave();
        return inner;
    }

    public int line() {
        return line;
    }

    public Place here() {
        return new Place(file, line);
    }

    public boolean isAtEnd() {
        return position >= text.length();
    }

    public char peek() {
        return peek(0);
    }

    public char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    public char next() {
        char c = text.charAt(position++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    public boolean startsWith(String expected) {
        return text.startsWith(expected, position);
    }

    /** Goes past what is expected, if it comes next. */
    public boolean take(String expected) {
        if (!startsWith(expected)) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            next();
        }
        return true;
    }

    public void expect(String expected, String purpose) throws Unreadable {
        skipBlanks();
        if (!take(expected)) {
            throw expected("'" + expected + "' " + purpose);
        }
    }

    public Unreadable expected(String what) {
        return new Unreadable(here(), "expected " + what + ", but found " + found());
    }

    private String found() {
        if (isAtEnd()) {
            return "the end of the file";
        }
        char c = peek();
        if (c == '\n' || c == '\r') {
            return "the end of the line";
        }
        return c >= ' ' && c < 0x7f ? "'" + c + "'" : "a character that does not belong there";
    }

    /** Past blanks and comments, and between brackets past line breaks, too. */
    public void skipBlanks() throws Unreadable {
        while (!isAtEnd()) {
            char c = peek();
            if (c == ' ' || c == '\t' || c == '\r' || (c == '\n' && brackets > 0)) {
                next();
            } else if (c == '#' || (c == '/' && peek(1) == '/')) {
                skipLine();
            } else if (c == '/' && peek(1) == '*') {
                skipComment();
            } else {
                return;
            }
        }
    }

    /** Past everything that may stand between two things in a block. */
    public void skipLines() throws Unreadable {
        int outer = brackets;
        brackets = 1;
        skipBlanks();
        brackets = outer;
    }

    /** Up to the line break, not past it. */
    private void skipLine() {
        while (!isAtEnd() && peek() != '\n') {
            next();
        }
    }

    private void skipComment() throws Unreadable {
        Place start = here();
        take("/*");
        while (!take("*/")) {
            if (isAtEnd()) {
                throw new Unreadable(start, "expected '*/' to end the comment that begins here");
            }
            next();
        }
    }

    /** An identifier; empty where none comes next. */
    public String identifier() {
        int start = position;
        if (Character.isLetter(peek()) || peek() == '_') {
            while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-') {
                next();
            }
        }
        return text.substring(start, position);
    }

    /** A word with an equals sign behind it; empty, and nothing passed, where none comes next. */
    String bareKey() {
        int start = position;
        String word = identifier();
        int sign = position;
        while (sign < text.length() && text.charAt(sign) == ' ') {
            sign++;
        }
        if (text.startsWith("=", sign) && !text.startsWith("==", sign)) {
            return word;
        }
        position = start;
        return "";
    }

    /** The rest of the line, and past its end. */
    String restOfLine() {
        int start = position;
        skipLine();
        String rest = text.substring(start, position);
        if (!isAtEnd()) {
            next();
        }
        return rest;
    }

    public void enter() throws Unreadable {
        if (++depth > DEEPEST) {
            throw new Unreadable(here(), "is nested deeper than " + DEEPEST + " levels");
        }
    }

    public void leave() {
        depth--;
    }

    /** From here to {@link #close}, line breaks are blanks. */
    public void open() {
        brackets++;
    }

    public void close() {
        brackets--;
    }

    /** Line breaks count again, until {@link #resume}. */
    public int suspend() {
        int outer = brackets;
        brackets = 0;
        return outer;
    }

    public void resume(int outer) {
        brackets = outer;
    }

    /** What comes after blanks, line breaks and comments, without going there. */
    public char upcoming() {
        int ahead = 0;
        while (true) {
            char c = peek(ahead);
            if (Character.isWhitespace(c)) {
                ahead++;
            } else if (c == '#' || (c == '/' && peek(ahead + 1) == '/')) {
                ahead = past("\n", ahead);
            } else if (c == '/' && peek(ahead + 1) == '*') {
                ahead = past("*/", ahead);
            } else {
                return c;
            }
        }
    }

    private int past(String end, int ahead) {
        int found = text.indexOf(end, position + ahead);
        return (found < 0 ? text.length() : found + end.length()) - position;
    }
}
