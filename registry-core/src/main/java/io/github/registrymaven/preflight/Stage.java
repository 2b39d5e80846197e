package io.github.registrymaven.preflight;

import java.util.Locale;

/** The rungs of the ladder, lowest first. */
public enum Stage {
    REFERENCE,
    NETWORK,
    CREDENTIALS,
    REPOSITORY,
    PERMISSION,
    TAG,
    IMAGE;

    /** The name in every output, such as {@code permission}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
