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
    /** The same, as a JVM that has compiled nothing yet reads it several times faster. */
    private final char[] chars;

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
        this.chars = text.toCharArray();
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
        return position >= chars.length;
    }

    public char peek() {
        return position < chars.length ? chars[position] : END;
    }

    public char peek(int ahead) {
        return position + ahead < chars.length ? chars[position + ahead] : END;
    }

    public char next() {
        char c = chars[position++];
        if (c == '\n') {
            line++;
        }
        return c;
    }

    public boolean startsWith(String expected) {
        return text.startsWith(expected, position);
    }

    /** Goes past a character, if it comes next. */
    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        next();
        return true;
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
        while (position < chars.length) {
            char c = chars[position];
            if (c == ' ' || c == '\t' || c == '\r') {
                position++;
            } else if (c == '\n' && brackets > 0) {
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
        while (position < chars.length && chars[position] != '\n') {
            position++;
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
        if (position < chars.length && (isLetter(chars[position]) || chars[position] == '_')) {
            while (position < chars.length && isOfIdentifier(chars[position])) {
                position++;
            }
        }
        return text.substring(start, position);
    }

    private static boolean isOfIdentifier(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || Character.isDigit(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || Character.isLetter(c);
    }

    /** The rest of the line as far as it stands for itself in a template; empty where it does not. */
    String plain() {
        int start = position;
        while (position < chars.length && isPlain(chars[position])) {
            position++;
        }
        return text.substring(start, position);
    }

    private static boolean isPlain(char c) {
        return c != '"' && c != '\\' && c != '$' && c != '%' && c != '\n';
    }

    /** A word with an equals sign behind it; empty, and nothing passed, where none comes next. */
    String bareKey() {
        int start = position;
        String word = identifier();
        int sign = position;
        while (sign < chars.length && chars[sign] == ' ') {
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
