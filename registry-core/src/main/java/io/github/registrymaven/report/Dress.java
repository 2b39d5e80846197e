package io.github.registrymaven.report;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text looks where it is read: on a terminal coloured and no wider than it is good to read, where the encoding has no more
 * than ASCII in that, elsewhere as it is. What is to be copied is never broken. A text with a secret sequence for the terminal does not come here:
 * consoles have made it harmless.
 */
public final class Dress {
    /** As it is: for logs that programs read. */
    public static final Dress PLAIN = new Dress(false, false);

    private static final int WIDTH = 100;
    private static final Pattern LABEL = Pattern.compile("( {4})(image|cause|seen|in|identity|means|fix|more)( +)(.*)");
    private static final Pattern RUNG = Pattern.compile("( {2})(ok|warn|FAIL|unknown|skip)( +\\S+ +)(.*)");
    private static final Pattern PROSE = Pattern.compile(" {14,31}\\S.*");
    private static final Map<String, String> COLOURS = Map.of(
            "ok", "\u001B[32m",
            "warn", "\u001B[33m",
            "unknown", "\u001B[33m",
            "FAIL", "\u001B[1;31m",
            "skip", "\u001B[2m");
    private static final String LABELS = "\u001B[36m";
    private static final String BOLD = "\u001B[1m";
    private static final String END = "\u001B[0m";
    private static final Map<String, String> ASCII = Map.of(
            "\u2026", "...", "\u2013", "-", "\u2014", "-", "\u2018", "'", "\u2019", "'", "\u201C", "\"", "\u201D", "\"",
            "\u2192", "->");

    private final boolean terminal;
    private final boolean ascii;

    /**
     * A look.
     *
     * @param terminal whether colours are shown
     * @param ascii whether nothing else is
     */
    public Dress(boolean terminal, boolean ascii) {
        this.terminal = terminal;
        this.ascii = ascii;
    }

    /** One message, of one line or many. */
    public String of(String text) {
        String shown = ascii ? inAscii(text) : text;
        return terminal && shown.indexOf('\n') >= 0 ? block(shown) : shown;
    }

    private static String inAscii(String text) {
        String shown = text;
        for (Map.Entry<String, String> each : ASCII.entrySet()) {
            shown = shown.replace(each.getKey(), each.getValue());
        }
        return shown;
    }

    private static String block(String text) {
        StringBuilder dressed = new StringBuilder();
        boolean mayBreak = true;
        boolean isFirst = true;
        for (String line : text.split("\n", -1)) {
            dressed.append(isFirst ? "" : "\n");
            Matcher label = LABEL.matcher(line);
            Matcher rung = RUNG.matcher(line);
            if (label.matches()) {
                mayBreak = !List.of("fix", "more").contains(label.group(2));
                labelled(dressed, label, LABELS, mayBreak);
            } else if (rung.matches()) {
                mayBreak = true;
                labelled(dressed, rung, COLOURS.getOrDefault(rung.group(2), ""), true);
            } else if (mayBreak && PROSE.matcher(line).matches()) {
                int margin = line.length() - line.stripLeading().length();
                dressed.append(" ".repeat(margin));
                broken(dressed, line.strip(), margin);
            } else {
                boolean title = isFirst && !line.isEmpty();
                dressed.append(title ? BOLD + line + END : line);
            }
            isFirst = false;
        }
        return dressed.toString();
    }

    private static void labelled(StringBuilder dressed, Matcher line, String colour, boolean mayBreak) {
        dressed.append(line.group(1))
                .append(colour)
                .append(line.group(2))
                .append(END)
                .append(line.group(3));
        if (mayBreak) {
            broken(dressed, line.group(4), line.start(4));
        } else {
            dressed.append(line.group(4));
        }
    }

    private static void broken(StringBuilder dressed, String text, int margin) {
        dressed.append(String.join("\n" + " ".repeat(margin), Wrapped.lines(text, WIDTH - margin)));
    }
}
