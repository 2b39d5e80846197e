package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Secret;

/** One of the places that Azure's tools take an identity from. */
interface TokenSource {
    /** A token for an audience, such as {@code https://management.azure.com}, or why there is none. */
    Token token(String audience) throws InterruptedException;

    /** What asking a source comes to. */
    sealed interface Token {
        record Given(Secret token) implements Token {}

        record None(Trouble trouble) implements Token {}
    }
}
