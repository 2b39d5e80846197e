package io.github.registrymaven.google;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Google says of the permissions that were asked about.
 *
 * @param granted those that are granted; empty where Google does not say
 * @param trouble why Google does not say; null where it does
 */
record Grants(Set<String> granted, @Nullable Trouble trouble) {
    Grants {
        granted = Set.copyOf(granted);
    }

    /** Null where Google does not say. */
    @Nullable
    Boolean has(String permission) {
        return trouble == null ? granted.contains(permission) : null;
    }
}
