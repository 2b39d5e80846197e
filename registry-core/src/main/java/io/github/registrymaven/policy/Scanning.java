package io.github.registrymaven.policy;

import org.jspecify.annotations.Nullable;

/**
 * Scanning as it takes effect.
 *
 * @param said the registry's own words for it, such as {@code ENHANCED, CONTINUOUS_SCAN}
 * @param more why there may be more of it, as part of a sentence; null where it is known that there is not
 * @param registry the declared configuration of the whole registry by which it was decided; null where there is none
 */
public record Scanning(
        Mode mode,
        String said,
        @Nullable String more,
        @Nullable Registry registry) {
    /** Scanning of which all is known. */
    public Scanning(Mode mode, String said) {
        this(mode, said, null, null);
    }

    /** Of a registry that has a configuration of its own. */
    public Scanning by(Registry configuration) {
        return new Scanning(mode, said, more, configuration);
    }

    /**
     * A declared configuration of a registry's scanning.
     *
     * @param subject what declares it, such as {@code aws_ecr_registry_scanning_configuration.all}
     * @param at where, such as {@code infra/account.tf:3}
     * @param enhanced whether it is enhanced scanning, under which a repository's own flag does not count
     */
    public record Registry(String subject, String at, boolean enhanced) {}

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
