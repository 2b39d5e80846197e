package io.github.registrymaven.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody words a failure, with holes where names stand: {@code name unknown: Repository {repo} not found}. {@code ...}
 * stands for anything of at most {@value #GAP} characters. It is held against a {@link Passage}, in which quotes are gone and
 * letters are small; a blank fits an underscore, too. So a wording is written as it is read.
 *
 * <p>No regular expression, so that whoever adds one cannot write one that backtracks: what comes after a hole is looked for
 * once, forwards, within the hole's bound. The steps for one place in a text are at most the sum of the bounds.
 */
final class Wording {
    static final int GAP = 200;

    /** A part: either words, or a hole, or a gap where both are null. */
    private record Part(@Nullable String words, @Nullable Hole hole) {}

    private final String written;
    private final List<Part> parts;

    private Wording(String written, List<Part> parts) {
        this.written = written;
        this.parts = parts;
    }

    /** Reads a wording, which begins with words. */
    static Wording of(String written) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            if (written.startsWith("...", at)) {
                parts.add(new Part(null, null));
                at += 3;
            } else if (written.charAt(at) == '{') {
                int end = written.indexOf('}', at);
                parts.add(new Part(null, new Hole(written.substring(at + 1, end))));
                at = end + 1;
            } else {
                int end = at + 1;
                while (end < written.length() && written.charAt(end) != '{' && !written.startsWith("...", end)) {
                    end++;
                }
                parts.add(new Part(Passage.folded(written.substring(at, end)), null));
                at = end;
            }
        }
        if (parts.isEmpty() || parts.get(0).words() == null) {
            throw new IllegalArgumentException("a wording begins with words: " + written);
        }
        if (written.endsWith("...")) {
            // A gap ends where the next words stand, and there are none.
            throw new IllegalArgumentException("a wording ends with words or a hole: " + written);
        }
        return new Wording(written, List.copyOf(parts));
    }

    /** The words that it begins with. */
    String beginning() {
        String words = parts.get(0).words();
        return words == null ? "" : words;
    }

    /** How much of it is words: of two that fit the same place, the one with more of them says more. */
    int weight() {
        return parts.stream()
                .mapToInt(part -> part.words() == null ? 0 : part.words().length())
                .sum();
    }

    /**
     * Where it fits.
     *
     * @param end behind its last character
     * @param holes begin and end of each, by name
     */
    record Fit(int start, int end, Map<String, int[]> holes) {}

    /** Whether it stands at this place of a text; null where it does not. */
    @Nullable
    Fit at(CharSequence plain, int start) {
        if (start > 0 && isWord(beginning().charAt(0)) && isWord(plain.charAt(start - 1))) {
            return null;
        }
        Map<String, int[]> holes = new LinkedHashMap<>();
        int at = start;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String words = part.words();
            if (words != null) {
                if (!stands(plain, at, words)) {
                    return null;
                }
                at += words.length();
            } else {
                String next = i + 1 < parts.size() ? parts.get(i + 1).words() : null;
                int end = part.hole() == null ? skipped(plain, at, next) : filled(plain, at, part.hole(), next);
                if (end < 0) {
                    return null;
                }
                if (part.hole() != null) {
                    holes.put(part.hole().name(), new int[] {at, end});
                }
                at = end;
            }
        }
        boolean cut = at < plain.length() && isWord(plain.charAt(at - 1)) && isWord(plain.charAt(at)) && endsInWords();
        return cut ? null : new Fit(start, at, holes);
    }

    private boolean endsInWords() {
        return parts.get(parts.size() - 1).words() != null;
    }

    private static int skipped(CharSequence plain, int from, @Nullable String next) {
        for (int at = from; next != null && at <= from + GAP && at < plain.length(); at++) {
            if (stands(plain, at, next)) {
                return at;
            }
        }
        return -1;
    }

    private static int filled(CharSequence plain, int from, Hole hole, @Nullable String next) {
        int at = from;
        while (at < plain.length() && at - from < Hole.LONGEST) {
            if (next != null && at > from && stands(plain, at, next)) {
                return at;
            }
            if (!hole.takes(plain.charAt(at))) {
                break;
            }
            at++;
        }
        boolean ends = next == null || (at < plain.length() && stands(plain, at, next));
        return at > from && ends ? at : -1;
    }

    private static boolean stands(CharSequence plain, int at, String words) {
        if (at + words.length() > plain.length()) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            char character = plain.charAt(at + i);
            if (character != words.charAt(i) && (character != '_' || words.charAt(i) != ' ')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character);
    }

    @Override
    public String toString() {
        return written;
    }
}
