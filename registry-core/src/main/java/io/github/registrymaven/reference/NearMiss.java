package io.github.registrymaven.reference;

import java.util.Comparator;
import java.util.List;

/** Finds what was probably meant, among names that there are. */
public final class NearMiss {
    private NearMiss() {}

    /** The names that are a slip away, nearest first; a missing or wrong namespace is a slip too. */
    public static List<String> of(String name, List<String> others) {
        int most = Math.max(1, Math.min(3, name.length() / 4));
        String last = name.substring(name.lastIndexOf('/') + 1);
        return others.stream()
                .filter(other -> distance(name, other, most) <= most
                        || (last.length() > 3 && last.equals(other.substring(other.lastIndexOf('/') + 1))))
                .sorted(Comparator.comparingInt((String other) -> distance(name, other, most))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** Levenshtein's, not counted beyond {@code most}. */
    private static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int swap = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
