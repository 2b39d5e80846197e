package io.github.registrymaven.policy.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much is asked. */
public enum PolicyLevel {
    /** What no repository should be without. */
    MINIMUM,
    /** What providers recommend. */
    GOOD,
    /** What can be had. */
    STRICT;

    /** The word in parameters and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null where there is no such level. */
    public static @Nullable PolicyLevel of(String id) {
        for (PolicyLevel level : values()) {
            if (level.id().equals(id)) {
                return level;
            }
        }
        return null;
    }

    /** Whether it asks for all that the other asks for. */
    public boolean isAtLeast(PolicyLevel other) {
        return compareTo(other) >= 0;
    }
}
