package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of a registry's token service.
 *
 * @param granted the {@code access} claim, where the token is a JWT that has one; an opaque token says nothing
 * @param subject the {@code sub} claim, where there is one
 */
record AccessToken(
        Secret value,
        @Nullable List<Scope> granted,
        @Nullable String subject) {
    AccessToken {
        granted = granted == null ? null : List.copyOf(granted);
    }

    /** Whether the token says that it allows an action; null where it says nothing. */
    @Nullable
    Boolean grants(String repository, String action) {
        return granted == null ? null : granted.stream().anyMatch(scope -> scope.grants(repository, action));
    }
}
