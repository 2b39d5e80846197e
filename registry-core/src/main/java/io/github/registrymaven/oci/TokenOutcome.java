package io.github.registrymaven.oci;

import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.NetworkFault;

/** What asking a token service yields. */
sealed interface TokenOutcome {
    record Issued(AccessToken token) implements TokenOutcome {}

    /** The service answered, and gave no token. */
    record Refused(HttpAnswer answer) implements TokenOutcome {}

    record Unreachable(NetworkFault fault) implements TokenOutcome {}

    /** The service was not asked: its realm is no URL, or would have received the credential in plain text. */
    record NotAsked(String why) implements TokenOutcome {}
}
