package io.github.registrymaven.diagnosis;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The name that was meant, where one is near. */
public final class Nearest {
    private static final int FARTHEST = 3;
    private static final int LONGEST = 40;

    private Nearest() {}

    /** A hint: the name that was probably meant, or all there are. */
    public static String of(String name, Collection<String> known) {
        String nearest = within(FARTHEST, name, known);
        return nearest == null
                ? "what is known: " + String.join(", ", new TreeSet<>(known))
                : "the nearest known name is " + nearest;
    }

    /** The nearest name, at most so many characters away; null where none is. */
    public static @Nullable String within(int farthest, String name, Collection<String> known) {
        String nearest = null;
        int least = farthest + 1;
        for (String each : new TreeSet<>(known)) {
            int distance = name.length() > LONGEST ? least : distance(name, each);
            if (distance < least) {
                least = distance;
                nearest = each;
            }
        }
        return nearest;
    }

    /** How many characters to add, remove or change. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
