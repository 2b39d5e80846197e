package io.github.registrymaven.reference;

import io.github.registrymaven.reference.ReferenceParser.Misfit;
import java.util.Locale;

/**
 * The repository's path: components of lower-case letters and digits, joined by {@code .}, {@code _}, {@code __} or any
 * number of {@code -}.
 */
final class PathGrammar {
    static final int MOST_CHARACTERS = 255;

    private static final String EXPECTED = "lower-case letters and digits, joined by . _ __ or -";

    private PathGrammar() {}

    static void check(String text, int start, String path) throws Misfit {
        if (path.isEmpty()) {
            throw new Misfit(start, "the repository is missing", "a repository, as team/app", null);
        }
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            checkComponent(text, start + from, path.substring(from, end));
            from = end + 1;
        }
    }

    private static void checkComponent(String text, int start, String component) throws Misfit {
        if (component.isEmpty()) {
            throw new Misfit(
                    start, "a part of the path is empty", "a name between the slashes", withoutEmptyParts(text));
        }
        for (int i = 0; i < component.length(); i++) {
            char each = component.charAt(i);
            if (each >= 'A' && each <= 'Z') {
                throw new Misfit(start + i, "the repository holds upper case", EXPECTED, inLowerCase(text));
            }
            if (!isAlphanumeric(each) && !isSeparator(each)) {
                throw new Misfit(start + i, "the repository holds '" + each + "'", EXPECTED, null);
            }
        }
        checkSeparators(start, component);
    }

    private static void checkSeparators(int start, String component) throws Misfit {
        int i = 0;
        while (i < component.length()) {
            int run = i;
            while (run < component.length() && isSeparator(component.charAt(run))) {
                run++;
            }
            String separator = component.substring(i, run);
            if (!separator.isEmpty()) {
                if (i == 0 || run == component.length()) {
                    throw new Misfit(
                            start + i,
                            "a part of the path " + (i == 0 ? "begins" : "ends") + " with '" + separator + "'",
                            "a letter or digit",
                            null);
                }
                if (!separator.matches("\\.|_|__|-+")) {
                    throw new Misfit(
                            start + i + 1, "'" + separator + "' joins nothing", "one . or _, two __, or any -", null);
                }
            }
            i = run + 1;
        }
    }

    private static String withoutEmptyParts(String text) {
        return text.replaceAll("/{2,}", "/").replaceFirst("/(?=$|[:@][^/]*$)", "");
    }

    /** The path only: a tag keeps its case, a host has none. */
    private static String inLowerCase(String text) {
        int end = text.indexOf('@') < 0 ? text.length() : text.indexOf('@');
        int colon = text.lastIndexOf(':', end - 1);
        int pathEnd = colon > text.lastIndexOf('/', end - 1) ? colon : end;
        return text.substring(0, pathEnd).toLowerCase(Locale.ROOT) + text.substring(pathEnd);
    }

    private static boolean isAlphanumeric(char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
    }

    private static boolean isSeparator(char each) {
        return each == '.' || each == '_' || each == '-';
    }
}
