package io.github.registrymaven.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes from a log what terminals, CI systems, JSON, HTML and mail put around and into the words of a tool. One pass, each
 * character is looked at a bounded number of times.
 */
final class CleanText {
    private static final char ESCAPE = '\u001b';
    private static final int LONGEST_CONTROL = 64;
    private static final int LONGEST_PATH = 200;

    private final String raw;
    private final StringBuilder clean = new StringBuilder();
    private int at;

    private CleanText(String raw) {
        this.raw = raw;
    }

    /** The lines of a text without noise. */
    static List<String> lines(String raw) {
        List<String> lines = new ArrayList<>();
        for (String line : new CleanText(raw).read().split("\n", -1)) {
            lines.add(LinePrefix.strip(line));
        }
        return lines;
    }

    private String read() {
        while (at < raw.length()) {
            char character = raw.charAt(at);
            switch (character) {
                case ESCAPE -> control(at + 1);
                case '\\' -> backslash();
                case '&' -> entity();
                case '\r' -> endOfLine();
                case '=' -> softBreak();
                case '^' -> caret();
                case 'u' -> pythonQuote();
                case '\u201c', '\u201d' -> put('"');
                case '\u2018', '\u2019' -> put('\'');
                default -> {
                    if (character >= ' ' || character == '\n' || character == '\t') {
                        put(isInvisible(character) ? ' ' : character);
                    } else {
                        at++;
                    }
                }
            }
        }
        return clean.toString();
    }

    private void put(char character) {
        clean.append(character);
        at++;
    }

    private static boolean isInvisible(char character) {
        return Character.getType(character) == Character.FORMAT || character == '\u007f' || character == '\u00a0';
    }

    /** Colours and the like: {@code ESC [ … letter}, {@code ESC ] … BEL}; behind any spelling of the escape. */
    private void control(int from) {
        if (from < raw.length() && raw.charAt(from) == '[') {
            int end = from + 1;
            int limit = Math.min(raw.length(), from + LONGEST_CONTROL);
            while (end < limit && raw.charAt(end) < '@') {
                end++;
            }
            at = Math.min(raw.length(), end + 1);
        } else if (from < raw.length() && raw.charAt(from) == ']') {
            int end = from;
            int limit = Math.min(raw.length(), from + 4 * LONGEST_CONTROL);
            while (end < limit && raw.charAt(end) != '\u0007' && raw.charAt(end) != ESCAPE && raw.charAt(end) != '\n') {
                end++;
            }
            at = end < raw.length() && raw.charAt(end) == '\u0007' ? end + 1 : end;
        } else {
            at = from;
        }
    }

    /** {@code ^[[31m}, as some pages show an escape. */
    private void caret() {
        if (raw.startsWith("^[[", at)) {
            control(at + 2);
        } else {
            put('^');
        }
    }

    /** {@code u'text'}, as Python 2 shows one. */
    private void pythonQuote() {
        boolean begins = clean.length() == 0 || !Character.isLetterOrDigit(clean.charAt(clean.length() - 1));
        if (begins && at + 1 < raw.length() && raw.charAt(at + 1) == '\'') {
            at++;
        } else {
            put('u');
        }
    }

    /** What JSON, Go and logrus escape, once or several times over. */
    private void backslash() {
        int end = at;
        while (end < raw.length() && raw.charAt(end) == '\\') {
            end++;
        }
        if (end == raw.length()) {
            clean.append('\\');
            at = end;
            return;
        }
        char escaped = raw.charAt(end);
        if (raw.startsWith("u001b", end) || raw.startsWith("u001B", end)) {
            control(end + 5);
        } else if (raw.startsWith("x1b", end) || raw.startsWith("033", end)) {
            control(end + 3);
        } else if (escaped == 'u' && hex(end + 1, 4) >= ' ') {
            clean.append((char) hex(end + 1, 4));
            at = end + 5;
        } else if (escaped == 'n' && !isInPath()) {
            clean.append('\n');
            at = end + 1;
        } else if ((escaped == 'r' || escaped == 't') && !isInPath()) {
            clean.append(' ');
            at = end + 1;
        } else if (Passage.isQuote(escaped) || escaped == '/') {
            at = end;
        } else {
            clean.append('\\');
            at = end;
        }
    }

    /** Whether it rather is a folder of a path on Windows: {@code C:\new\tmp}, but not {@code \nunauthorized}. */
    private boolean isInPath() {
        int from = at - 1;
        int limit = Math.max(0, at - LONGEST_PATH);
        while (from >= limit && raw.charAt(from) > ' ' && !Passage.isQuote(raw.charAt(from))) {
            if (raw.charAt(from) == ':') {
                boolean isDrive = from > 0
                        && Character.isLetter(raw.charAt(from - 1))
                        && (from == 1 || !Character.isLetterOrDigit(raw.charAt(from - 2)));
                return isDrive && raw.charAt(from + 1) == '\\';
            }
            from--;
        }
        return false;
    }

    private int hex(int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < raw.length() ? Character.digit(raw.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private void entity() {
        int end = at + 1;
        while (end < raw.length() && end - at < 9 && raw.charAt(end) != ';') {
            end++;
        }
        String name = end < raw.length() && raw.charAt(end) == ';' ? raw.substring(at + 1, end) : "";
        char meant = switch (name) {
            case "quot", "#34", "#x22", "ldquo", "rdquo" -> '"';
            case "apos", "#39", "#x27", "#039" -> '\'';
            case "lt", "#60" -> '<';
            case "gt", "#62" -> '>';
            case "amp", "#38" -> '&';
            case "nbsp", "#160" -> ' ';
            default -> '\0';
        };
        if (meant == '\0') {
            put('&');
        } else {
            clean.append(meant);
            at = end + 1;
        }
    }

    /** A progress line that is written over is a line. */
    private void endOfLine() {
        if (at + 1 >= raw.length() || raw.charAt(at + 1) != '\n') {
            clean.append('\n');
        }
        at++;
    }

    /** A line that mail has broken: {@code =} at its end. Only where lines are as long as mail breaks them. */
    private void softBreak() {
        int next = at + 1;
        if (next < raw.length() && raw.charAt(next) == '\r') {
            next++;
        }
        int begin = clean.lastIndexOf("\n") + 1;
        int length = clean.length() - begin;
        boolean breaks = next < raw.length() && raw.charAt(next) == '\n' && length >= 60 && length <= 78;
        if (breaks && clean.charAt(clean.length() - 1) != '=') {
            at = next + 1;
        } else if (raw.startsWith("=3D", at)) {
            clean.append('=');
            at += 3;
        } else {
            put('=');
        }
    }
}
