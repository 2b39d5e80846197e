package io.github.registrymaven.reference;

import io.github.registrymaven.reference.ReferenceParser.Misfit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind the repository: {@code :tag}, {@code @algorithm:hex}. */
final class TagGrammar {
    private static final int MOST_CHARACTERS = 128;
    private static final Pattern DIGEST =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*):([0-9a-fA-F]*)");

    private TagGrammar() {}

    static void checkTag(String text, int start, String tag) throws Misfit {
        if (tag.isEmpty()) {
            throw new Misfit(
                    start, "the tag is empty", "a tag, as 1.0", text.substring(0, start - 1) + text.substring(start));
        }
        for (int i = 0; i < tag.length(); i++) {
            char each = tag.charAt(i);
            boolean word = each == '_'
                    || (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= '0' && each <= '9');
            if (!word && (i == 0 || (each != '.' && each != '-'))) {
                throw new Misfit(
                        start + i,
                        "the tag " + (i == 0 ? "begins with '" : "holds '") + each + "'",
                        i == 0 ? "a letter, a digit or _" : "letters, digits and _ . -",
                        i == 0
                                ? null
                                : text.substring(0, start)
                                        + tag.replace('+', '-')
                                        + text.substring(start + tag.length()));
            }
        }
        if (tag.length() > MOST_CHARACTERS) {
            throw new Misfit(
                    start + MOST_CHARACTERS,
                    "the tag is " + tag.length() + " characters long",
                    "at most " + MOST_CHARACTERS + " characters",
                    null);
        }
    }

    static void checkDigest(String text, int start, String digest) throws Misfit {
        Matcher matcher = DIGEST.matcher(digest);
        if (!matcher.matches()) {
            throw new Misfit(start, "what follows the @ is no digest", "sha256: and 64 hexadecimal digits", null);
        }
        String algorithm = matcher.group(1);
        String hex = matcher.group(2);
        int hexStart = start + algorithm.length() + 1;
        int wanted = digits(algorithm);
        if (wanted == 0) {
            throw new Misfit(start, "registries know no digest algorithm " + algorithm, "sha256 or sha512", null);
        }
        if (hex.length() != wanted) {
            throw new Misfit(
                    hexStart + Math.min(hex.length(), wanted),
                    "the digest has " + hex.length() + " digits",
                    wanted + " hexadecimal digits after " + algorithm + ":",
                    null);
        }
        for (int i = 0; i < hex.length(); i++) {
            if (hex.charAt(i) >= 'A' && hex.charAt(i) <= 'F') {
                throw new Misfit(
                        hexStart + i,
                        "a digest is written in lower case",
                        "digits 0-9 and a-f",
                        text.substring(0, start) + digest.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The algorithms of the OCI image specification and the Go digest library, with the length of their digests. */
    private static int digits(String algorithm) {
        return switch (algorithm) {
            case "sha256" -> 64;
            case "sha384" -> 96;
            case "sha512" -> 128;
            default -> 0;
        };
    }
}
