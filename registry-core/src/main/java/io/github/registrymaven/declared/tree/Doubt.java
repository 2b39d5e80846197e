package io.github.registrymaven.declared.tree;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why it is not known whether something that is declared is made at all.
 *
 * @param conditions what decides it, in words that are the same for things that are made together
 * @param reason as part of a sentence: {@code var.enable has no value here}
 */
public record Doubt(Set<String> conditions, String reason, Place at) {
    private static final String EACH = "each of ";

    public Doubt {
        conditions = Set.copyOf(conditions);
    }

    /**
     * Of what is made only where a condition holds; null where that is known.
     *
     * @param condition what it comes to
     * @param words that are the same for the same condition
     */
    public static @Nullable Doubt whether(Node condition, String words, Place at) {
        if (condition.flag() != null) {
            return null;
        }
        String reason = condition instanceof Node.Unknown unknown
                ? unknown.reason()
                : "its condition is neither true nor false";
        return new Doubt(Set.of(words), reason, at);
    }

    /** Of what is made once for each of another resource. */
    public static Doubt forEach(String address, String reason, Place at) {
        return new Doubt(Set.of(EACH + address), reason, at);
    }

    /** Of what is made only where both are. */
    public static @Nullable Doubt both(@Nullable Doubt one, @Nullable Doubt other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Set<String> all = new LinkedHashSet<>(one.conditions);
        all.addAll(other.conditions);
        return new Doubt(all, one.reason, one.at);
    }

    /** Whether it goes without saying once a resource is made. */
    boolean isSettledBy(Resource made) {
        Doubt its = made.doubt();
        for (String condition : conditions) {
            if (!condition.equals(EACH + made.address()) && (its == null || !its.conditions.contains(condition))) {
                return false;
            }
        }
        return true;
    }
}
