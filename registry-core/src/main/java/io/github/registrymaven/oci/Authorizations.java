package io.github.registrymaven.oci;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values of the {@code Authorization} header. */
final class Authorizations {
    private Authorizations() {}

    /** RFC 7617, in UTF-8. */
    static Secret basic(Credential.Password password) {
        String pair = password.username() + ":" + password.password().reveal();
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** RFC 6750. */
    static Secret bearer(Secret token) {
        return Secret.of("Bearer " + token.reveal());
    }
}
