package io.github.registrymaven.policy.lifecycle;

import java.util.Locale;

/** What becomes of an image. */
public enum Action {
    EXPIRE,
    KEEP,
    /** It moves to storage from which nothing is pulled until somebody restores it. */
    ARCHIVE,
    /** The policy and the inventory do not settle it. */
    UNKNOWN;

    /** The word in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
