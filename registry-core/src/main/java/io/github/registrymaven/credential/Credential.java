package io.github.registrymaven.credential;

import org.jspecify.annotations.Nullable;

/** What is presented to a registry to say who is pushing. */
public sealed interface Credential {
    /** User name and password, sent as Basic to the registry or to its token service. */
    record Password(String username, Secret password) implements Credential {}

    /** An identity token (docker's {@code identitytoken}): exchanged at the token service as a refresh token. */
    record IdentityToken(@Nullable String username, Secret token) implements Credential {}

    /** A token sent to the registry as Bearer, as it is (docker's {@code registrytoken}). */
    record RegistryToken(Secret token) implements Credential {}
}
