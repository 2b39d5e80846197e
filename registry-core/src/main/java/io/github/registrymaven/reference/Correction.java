package io.github.registrymaven.reference;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reference that was plainly meant, one slip of the keyboard away from what was written. */
final class Correction {
    /** More than a reference can have; whoever passes a whole file gets no suggestion. */
    private static final int LONGEST = 1000;

    private static final Pattern AROUND_SEPARATOR = Pattern.compile(" +(?=[:/@])|(?<=[:/@]) +");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern TAG = Pattern.compile("(?<=[^:/@]):(?<tag>\\w[^:@]*)(?=@|$)");

    /** Each is tried on top of those before it, so the least change that makes a reference wins. */
    private static final List<UnaryOperator<String>> STEPS = List.of(
            text -> text.substring(Login.end(text)),
            Correction::withoutInvisible,
            text -> AROUND_SEPARATOR.matcher(text).replaceAll(""),
            text -> DASHES.matcher(text).replaceAll("-"),
            text -> SCHEME.matcher(text).lookingAt() ? SCHEME.matcher(text).replaceFirst("") : text,
            text -> text.replace('\\', '/').replaceAll("/{2,}", "/").replaceAll("^/|/$", ""),
            Correction::withPlainTag,
            Correction::withLowerCase);

    private Correction() {}

    /** The corrected reference; absent where the intent is not plain, or where its registry would refuse that one too. */
    static @Nullable String of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String corrected = text;
        for (UnaryOperator<String> step : STEPS) {
            corrected = step.apply(corrected);
            if (Grammar.read(corrected) instanceof Reading.Understood understood) {
                return NamingRules.refuses(understood.reference()) ? null : corrected;
            }
        }
        return null;
    }

    /** Blanks, and what editors and web pages leave behind: controls, byte order marks, zero-width and no-break spaces. */
    static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /** Blanks inside stay: nobody knows whether they are one too many or stand for a dash. */
    private static String withoutInvisible(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end).replaceAll("\\p{Cf}", "");
    }

    /** Versions have a '+' and branches a '/', tags neither. */
    private static String withPlainTag(String text) {
        Matcher tag = TAG.matcher(text);
        int firstSlash = text.indexOf('/');
        // Before the first slash a ':' is followed by a port.
        return firstSlash >= 0 && tag.find(firstSlash)
                ? text.substring(0, tag.start("tag"))
                        + tag.group("tag").replaceAll("[+/]", "-")
                        + text.substring(tag.end())
                : text;
    }

    private static String withLowerCase(String text) {
        int at = text.indexOf('@');
        int nameEnd = at < 0 ? text.length() : at;
        int slash = text.substring(0, nameEnd).indexOf('/');
        int colon = text.substring(0, nameEnd).indexOf(':', slash + 1);
        int pathEnd = colon < 0 ? nameEnd : colon;
        return text.substring(0, slash + 1)
                + text.substring(slash + 1, pathEnd).toLowerCase(Locale.ROOT)
                + text.substring(pathEnd, nameEnd)
                + text.substring(nameEnd).toLowerCase(Locale.ROOT);
    }
}
