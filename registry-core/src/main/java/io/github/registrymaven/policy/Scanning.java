package io.github.registrymaven.policy;

/**
 * Scanning as it takes effect.
 *
 * @param said the registry's own words for it, such as {@code ENHANCED, CONTINUOUS_SCAN}
 */
public record Scanning(Mode mode, String said) {
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
