package io.github.registrymaven.catalogue;

/**
 * What may stand in a hole of a wording: {@code {repository}} takes what a repository is written with, any other name takes
 * what has no blank in it.
 *
 * @param name under which the value is a fact
 */
record Hole(String name) {
    /** An ARN with a path is the longest value that is worth having. */
    static final int LONGEST = 400;

    boolean takes(char character) {
        if (character <= ' ') {
            return false;
        }
        return switch (name) {
            case "host" -> isWord(character) || ".:-*[]".indexOf(character) >= 0;
            case "repository", "repo", "path" -> isWord(character) || "./_-*<>%$".indexOf(character) >= 0;
            case "image", "reference" -> isWord(character) || "./_-*<>:@$%".indexOf(character) >= 0;
            case "tag" -> isWord(character) || "._-*<>".indexOf(character) >= 0;
            case "project", "location", "region" -> isWord(character) || ".:-_*<>".indexOf(character) >= 0;
            case "account", "id" -> Character.isDigit(character) || character == '*' || character == '#';
            case "status" -> Character.isDigit(character);
            default -> ",;()\"".indexOf(character) < 0;
        };
    }

    /** The value without what ends the sentence that it stands in. */
    static String trimmed(String value) {
        int end = value.length();
        while (end > 0 && ".:,;/".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(0, end);
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character);
    }

    /** Letters small; each character stays at its place. */
    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toLowerCase(folded[i]);
        }
        return new String(folded);
    }
}
