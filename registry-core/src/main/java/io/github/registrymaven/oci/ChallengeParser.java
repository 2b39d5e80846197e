package io.github.registrymaven.oci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code WWW-Authenticate}: several challenges in one header or in several, quoted commas and escapes, Basic beside
 * Bearer. What does not fit the grammar ends the reading; the challenges before it stand.
 */
final class ChallengeParser {
    private final String text;
    private int at;

    private ChallengeParser(String text) {
        this.text = text;
    }

    static List<Challenge> parse(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String header : headers) {
            new ChallengeParser(header).readAll(challenges);
        }
        return challenges;
    }

    private void readAll(List<Challenge> challenges) {
        skipSeparators();
        String word = token();
        while (!word.isEmpty()) {
            String scheme = word;
            Map<String, String> parameters = new LinkedHashMap<>();
            word = readParameters(parameters);
            challenges.add(new Challenge(scheme, parameters));
        }
    }

    /** Reads parameters up to a word that no {@code =} follows: the scheme of the next challenge, or nothing. */
    private String readParameters(Map<String, String> parameters) {
        while (true) {
            skipSeparators();
            String name = token();
            skipBlanks();
            if (name.isEmpty() || !isAt('=')) {
                return name;
            }
            at++;
            skipBlanks();
            if (isAt('=') || at == text.length() || isAt(',')) {
                // "abc=", "abc==": the padding of a token68, not a parameter
                continue;
            }
            parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), isAt('"') ? quoted() : word(" \t,"));
        }
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        at = Math.min(at + 1, text.length());
        return value.toString();
    }

    private String token() {
        return word(" \t,=\"");
    }

    /** Everything up to one of the ends: registries leave URLs unquoted, so a value may hold what a token may not. */
    private String word(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isAt(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private void skipBlanks() {
        while (isAt(' ') || isAt('\t')) {
            at++;
        }
    }

    private void skipSeparators() {
        while (isAt(' ') || isAt('\t') || isAt(',') || isAt('=') || isAt('"')) {
            at++;
        }
    }
}
