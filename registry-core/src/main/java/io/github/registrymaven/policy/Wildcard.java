package io.github.registrymaven.policy;

/** Patterns in which {@code *} stands for anything, and that match a name as a whole. */
public final class Wildcard {
    /** In no name, and in no pattern. */
    private static final char ANYTHING = '\u0000';

    private Wildcard() {}

    /** Goes back to the last {@code *} only, so it is quick whatever the pattern. */
    public static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether one of the patterns matches. */
    public static boolean matchesAny(Iterable<String> patterns, String name) {
        for (String pattern : patterns) {
            if (matches(pattern, name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a pattern matches whatever the other one matches. A {@code *} of the other stands for anything, so for a
     * character that the pattern does not name, too: only a {@code *} can take that, and then it takes anything.
     */
    public static boolean covers(String pattern, String other) {
        return matches(pattern, other.replace('*', ANYTHING));
    }

    /** Whether some name matches both patterns. */
    public static boolean meet(String one, String other) {
        boolean[] open = new boolean[other.length() + 1];
        open[0] = true;
        for (int j = 0; j < other.length(); j++) {
            open[j + 1] = open[j] && other.charAt(j) == '*';
        }
        for (int i = 0; i < one.length(); i++) {
            char a = one.charAt(i);
            boolean diagonal = open[0];
            open[0] = open[0] && a == '*';
            for (int j = 0; j < other.length(); j++) {
                char b = other.charAt(j);
                boolean above = open[j + 1];
                if (a == '*' || b == '*') {
                    open[j + 1] = above || open[j];
                } else {
                    open[j + 1] = diagonal && a == b;
                }
                diagonal = above;
            }
        }
        return open[other.length()];
    }
}
