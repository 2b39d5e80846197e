package io.github.registrymaven.catalogue;

import java.util.List;

/**
 * Whether one of several words stands in a text, as a word: {@code layer} in {@code layers} and at the beginning of {@code
 * layer.tar}, but not in {@code player}, nor as a package of Java such as {@code com.example.layer}.
 */
final class NearWords {
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing");

    private NearWords() {}

    static boolean stand(String text, List<String> words) {
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (begins(text, at, word) && ends(text, at + word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean begins(String text, int at, String word) {
        if (at == 0 || !isWord(word.charAt(0))) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean inPackage = before == '.' && at > 1 && Character.isLetter(text.charAt(at - 2)) && word.indexOf('.') < 0;
        return !isWord(before) && !inPackage;
    }

    private static boolean ends(String text, int end) {
        int at = end;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at == end || !isWord(text.charAt(end - 1)) || ENDINGS.contains(text.substring(end, at));
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character);
    }
}
