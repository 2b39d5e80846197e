package io.github.registrymaven.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The repository: parts of {@code [a-z0-9]+} joined by one dot, one or two underscores or any run of dashes. */
final class PathGrammar {
    /** Of a whole repository, the host not counted. */
    static final int LONGEST = 255;

    private static final Pattern SEPARATOR = Pattern.compile("\\.|__?|-+");
    private static final String ALPHANUMERIC = "a lower-case letter or a digit";

    private PathGrammar() {}

    static Reading.@Nullable Fault fault(String path, int offset) {
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                Reading.Fault fault = partFault(path.substring(start, i), offset + start, i < path.length());
                if (fault != null) {
                    return fault;
                }
                start = i + 1;
            }
        }
        return null;
    }

    static Reading.Fault tooLong(int position) {
        return new Reading.Fault(
                position,
                "a repository has at most " + LONGEST + " characters, the host not counted",
                "the end of the repository, or its tag");
    }

    private static Reading.@Nullable Fault partFault(String part, int offset, boolean slashFollows) {
        if (part.isEmpty()) {
            return new Reading.Fault(
                    offset,
                    slashFollows ? "a part of the repository is empty" : "the repository's last part is missing",
                    ALPHANUMERIC);
        }
        int i = 0;
        Matcher separator = SEPARATOR.matcher(part);
        while (true) {
            int word = i;
            while (i < part.length() && Ascii.isLowerAlphanumeric(part.charAt(i))) {
                i++;
            }
            if (i == part.length() && i > word) {
                return null;
            }
            if (i == word) {
                return wordFault(part, i, offset);
            }
            if (!separator.region(i, part.length()).lookingAt()) {
                return characterFault(part, i, offset);
            }
            i = separator.end();
        }
    }

    /** Something else than a letter or digit where a part starts or a separator has just ended. */
    private static Reading.Fault wordFault(String part, int i, int offset) {
        if (i == part.length()) {
            return new Reading.Fault(
                    offset + i - 1, "a part of the repository does not end with a separator", ALPHANUMERIC);
        }
        if (!isSeparator(part.charAt(i))) {
            return characterFault(part, i, offset);
        }
        return i == 0
                ? new Reading.Fault(
                        offset,
                        "a part of the repository does not start with " + Shown.character(part, 0),
                        ALPHANUMERIC)
                : new Reading.Fault(
                        offset + i,
                        "between letters stands one '.', one '_', '__', or any number of '-', and no mixture",
                        ALPHANUMERIC);
    }

    private static Reading.Fault characterFault(String part, int i, int offset) {
        return Ascii.isUpper(part.charAt(i))
                ? new Reading.Fault(offset + i, "a repository has no upper case", ALPHANUMERIC)
                : new Reading.Fault(
                        offset + i,
                        Shown.character(part, i) + " cannot stand in a repository",
                        "a-z, 0-9, '.', '_', '-' and '/', then ':' and the tag");
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '_' || c == '-';
    }
}
