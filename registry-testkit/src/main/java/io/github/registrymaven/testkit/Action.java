package io.github.registrymaven.testkit;

import java.util.Locale;

/** What a user may do to a repository. */
public enum Action {
    PULL,
    PUSH,
    DELETE;

    /** The name in a token's scope, such as {@code push}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
