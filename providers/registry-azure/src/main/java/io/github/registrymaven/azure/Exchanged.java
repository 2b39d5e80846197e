package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What came of showing the caller's own token to the registry, as {@code az acr login} does.
 *
 * @param login a refresh token of the registry's; null where it gave none
 * @param refusal the last answer that was none; null where nobody was asked, or a token came
 */
record Exchanged(Facts.Exchange how, Credential.@Nullable IdentityToken login, Reply.@Nullable None refusal) {
    static final Exchanged NOT_ASKED = new Exchanged(Facts.Exchange.NOT_ASKED, null, null);
    private static final String FOR_REGISTRIES = "https://containerregistry.azure.net";

    /** A registry may take Entra's tokens for itself only, which is tried where the usual one is refused. */
    static Exchanged at(Door door, Caller.Known known) throws InterruptedException {
        Reply reply = door.exchange(known.token());
        if (reply instanceof Reply.Given given) {
            return taken(given, Facts.Exchange.TAKEN);
        }
        Reply.None none = (Reply.None) reply;
        if (none.status() != 401 && none.status() != 403) {
            return new Exchanged(Facts.Exchange.UNKNOWN, null, none);
        }
        if (known.tokens().token(FOR_REGISTRIES) instanceof TokenSource.Token.Given token
                && door.exchange(token.token()) instanceof Reply.Given given) {
            return taken(given, Facts.Exchange.ONLY_FOR_REGISTRIES);
        }
        return new Exchanged(none.status() == 401 ? Facts.Exchange.REFUSED : Facts.Exchange.UNKNOWN, null, none);
    }

    private static Exchanged taken(Reply.Given given, Facts.Exchange how) {
        String token = given.body().secret("refresh_token");
        return token == null
                ? new Exchanged(Facts.Exchange.UNKNOWN, null, null)
                : new Exchanged(how, new Credential.IdentityToken(null, Secret.of(token)), null);
    }
}
