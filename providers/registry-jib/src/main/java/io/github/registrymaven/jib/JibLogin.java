package io.github.registrymaven.jib;

import io.github.registrymaven.credential.Credential;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A credential in the form that Jib takes. Not a record: those print themselves.
 *
 * <p>A refresh token goes in under the user name that docker's helpers give it, which Jib understands.
 */
final class JibLogin {
    private static final String REFRESH_TOKEN = "<token>";

    private final String username;
    private final String password;

    private JibLogin(String username, String password) {
        this.username = username;
        this.password = password;
    }

    /** Empty where there is none, and where Jib has no way to send it: a token that is to be sent as it is. */
    static Optional<JibLogin> of(@Nullable Credential credential) {
        if (credential instanceof Credential.Password login) {
            return Optional.of(new JibLogin(login.username(), login.password().reveal()));
        }
        if (credential instanceof Credential.IdentityToken token) {
            return Optional.of(new JibLogin(REFRESH_TOKEN, token.token().reveal()));
        }
        return Optional.empty();
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }
}
