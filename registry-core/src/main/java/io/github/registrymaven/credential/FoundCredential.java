package io.github.registrymaven.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential and what is known of it.
 *
 * @param expires when it ends, where that can be read from it
 */
public record FoundCredential(
        Credential credential,
        CredentialOrigin origin,
        @Nullable Instant expires) {}
