package io.github.registrymaven.preflight;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import java.util.Objects;

/**
 * Whether two logins are one, so that the registry is asked for one token. Their origin alone does not tell: two executions of
 * a plugin in one module have the same, with a user each.
 */
final class OneLogin {
    private OneLogin() {}

    static boolean isSame(FoundCredential one, FoundCredential other) {
        return one.origin().equals(other.origin()) && isSame(one.credential(), other.credential());
    }

    static boolean isSame(Credential one, Credential other) {
        if (one instanceof Credential.Password first && other instanceof Credential.Password second) {
            return first.username().equals(second.username()) && isSame(first.password(), second.password());
        }
        if (one instanceof Credential.IdentityToken first && other instanceof Credential.IdentityToken second) {
            return Objects.equals(first.username(), second.username()) && isSame(first.token(), second.token());
        }
        return one instanceof Credential.RegistryToken first
                && other instanceof Credential.RegistryToken second
                && isSame(first.token(), second.token());
    }

    private static boolean isSame(Secret one, Secret other) {
        return one.reveal().equals(other.reveal());
    }
}
