package io.github.registrymaven.policy;

import org.jspecify.annotations.Nullable;

/**
 * Scanning as it takes effect.
 *
 * @param said the registry's own words for it, such as {@code ENHANCED, CONTINUOUS_SCAN}
 * @param more why there may be more of it, as part of a sentence; null where it is known that there is not
 */
public record Scanning(Mode mode, String said, @Nullable String more) {
    /** Scanning of which all is known. */
    public Scanning(Mode mode, String said) {
        this(mode, said, null);
    }

    /** From nothing to the most. */
    public enum Mode {
        /** Images are not scanned, or only when somebody asks. */
        OFF,
        /** Every push is scanned once, by an engine that its provider has superseded. */
        ON_PUSH_BY_OLD_ENGINE,
        /** Every push is scanned once. */
        ON_PUSH,
        /** Images are scanned again as new vulnerabilities become known. */
        CONTINUOUS
    }
}
