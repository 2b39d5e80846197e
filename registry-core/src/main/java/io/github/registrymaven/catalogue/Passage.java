package io.github.registrymaven.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of a log, made comparable: on one line, without quotes, letters small. The same sentence is written {@code "code":"NAME_UNKNOWN"}, {@code name unknown:} and {@code 'name unknown'} by different tools, and broken
 * into lines anywhere by terminals.
 */
final class Passage {
    private static final int LONGEST_LINE = 600;
    private static final int LONGEST_TRACE = 6;
    /** What shells and CI systems write before a command that they run. */
    private static final List<String> PROMPTS = List.of("$ ", "+ ", "# ", "> ", "% ", "run ", "exec] ");

    /** What shells, Maven, Gradle and GitHub write where a step of a build begins. */
    private static final List<String> STEPS = List.of("$ ", "+ ", "--- ", "Task :", "Run ");

    private final String plain;
    private final String shown;
    private final List<String> lines;
    private final int[] starts;
    private final int[] steps;

    private Passage(String plain, String shown, List<String> lines, int[] starts) {
        this.plain = plain;
        this.shown = shown;
        this.lines = lines;
        this.starts = starts;
        this.steps = IntStream.range(0, starts.length)
                .filter(line -> beginsStep(lines.get(line)))
                .map(line -> starts[line])
                .toArray();
    }

    /** Reads text from which noise is gone. */
    static Passage of(List<String> lines) {
        StringBuilder shown = new StringBuilder();
        int[] starts = new int[lines.size()];
        for (int i = 0; i < starts.length; i++) {
            if (shown.length() > 0 && shown.charAt(shown.length() - 1) != ' ') {
                shown.append(' ');
            }
            starts[i] = shown.length();
            append(shown, lines.get(i));
        }
        return new Passage(Hole.fold(shown.toString()), shown.toString(), lines, starts);
    }

    /** Words of a wording in the form of a passage; a blank at either end stays. */
    static String folded(String words) {
        StringBuilder folded = new StringBuilder();
        append(folded, words);
        return Hole.fold(folded.toString()).replace('_', ' ');
    }

    private static void append(StringBuilder flat, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isQuote(character)) {
                continue;
            }
            if (character > ' ') {
                flat.append(character);
            } else if (flat.length() == 0 || flat.charAt(flat.length() - 1) != ' ') {
                flat.append(' ');
            }
        }
    }

    static boolean isQuote(int character) {
        return character == '"' || character == '\'' || character == '`';
    }

    String plain() {
        return plain;
    }

    /** The text behind a part of {@link #plain()}, as it was written: it may hold a secret. */
    String shown(int start, int end) {
        return shown.substring(start, end);
    }

    /** Whether a part is most of the text: then nothing else is said that could put it into another light. */
    boolean isLittleMoreThan(int start, int end) {
        return (end - start) * 2L >= plain.length();
    }

    /** What stands around a place, an underscore as a blank. */
    String around(int start, int end, int reach) {
        return around(start, end, reach, plain.length());
    }

    /**
     * What stands around a place in the same step of a build, an underscore as a blank.
     *
     * @param done up to where everything is another matter
     */
    String step(int done, int start, int end, int reach) {
        int from = Math.max(done, start - reach);
        int to = Math.min(plain.length(), end + reach);
        for (int i = stepAt(start); i < steps.length && steps[i] < to; i++) {
            if (steps[i] >= end) {
                to = steps[i];
            } else if (steps[i] <= start) {
                from = Math.max(from, steps[i]);
            }
        }
        return plain.substring(Math.min(from, start), to).replace('_', ' ');
    }

    /** The step in which a place is, or the first one where it is in none. */
    private int stepAt(int place) {
        int found = Arrays.binarySearch(steps, place);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    private static boolean beginsStep(String line) {
        return STEPS.stream().anyMatch(line::startsWith);
    }

    /** What stands around a place and not behind a limit, an underscore as a blank. */
    String around(int start, int end, int reach, int limit) {
        return plain.substring(Math.max(0, start - reach), Math.max(end, Math.min(limit, end + reach)))
                .replace('_', ' ');
    }

    /** The line in which a part begins. */
    String line(int start) {
        return lines.get(lineAt(start));
    }

    /** Whether two places are in one line. */
    boolean areInOneLine(int one, int other) {
        return lineAt(one) == lineAt(other);
    }

    /** The line or lines in which a part stands, from its beginning where they are long; without secrets. */
    String lines(int start, int end) {
        int first = lineAt(start);
        int last = Math.min(lineAt(Math.max(start, end - 1)), first + 3);
        List<String> said = new ArrayList<>();
        int length = 0;
        for (int i = first; i <= last; i++) {
            said.add(lines.get(i).strip());
            length += lines.get(i).length();
        }
        if (length <= LONGEST_LINE) {
            return Redaction.of(String.join("\n", said)).replace('\n', ' ');
        }
        // What stands before could be the name of a secret that follows, so what follows it must not begin a cut.
        return Redaction.of(shown.substring(start, Math.min(shown.length(), Math.min(end, start + LONGEST_LINE) + 250)))
                        .strip()
                + " …";
    }

    /**
     * The lines in which a part stands and, where they go on from the one above as a stack trace does, those above; an
     * underscore as a blank. What other lines say is of something else.
     */
    String sentence(int start, int end, int reach) {
        int first = lineAt(start);
        for (int i = 0; i < LONGEST_TRACE && first > 0 && goesOn(lines.get(first)); i++) {
            first--;
        }
        int last = lineAt(Math.max(start, end - 1));
        int to = last + 1 < starts.length ? starts[last + 1] : plain.length();
        return plain.substring(Math.max(starts[first], start - reach), Math.min(to, end + reach))
                .replace('_', ' ');
    }

    /** Whether a command begins there: at the beginning of its line, or behind a prompt. */
    boolean beginsCommand(int start) {
        String before = plain.substring(starts[lineAt(start)], start);
        return before.isBlank() || PROMPTS.stream().anyMatch(before::endsWith);
    }

    private static boolean goesOn(String line) {
        return line.startsWith("Caused by") || line.startsWith("at ") || line.startsWith(">");
    }

    private int lineAt(int place) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The lines as they are, one below the other; without secrets. */
    String text() {
        return Redaction.of(String.join("\n", lines));
    }
}
