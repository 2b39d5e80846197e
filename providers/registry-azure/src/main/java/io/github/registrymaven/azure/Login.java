package io.github.registrymaven.azure;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a push logs in with, by the kinds that ACR knows.
 *
 * @param who whose it is; null where that cannot be told
 * @param name the user's name
 * @param registry the host that a token is for, where it is a token that says so
 * @param expires when a token ends, where it says so
 * @param origin where the login is from
 */
record Login(
        Kind kind,
        @Nullable Who who,
        String name,
        @Nullable String registry,
        @Nullable Instant expires,
        String origin) {
    /** Who is told apart by the user's name alone. */
    enum Kind {
        /** A refresh token of the registry's, which {@code az acr login} exchanged for one of Entra's. */
        ENTRA,
        /** The registry's administrator, who has its name. */
        ADMIN,
        /** An application with its secret. */
        APPLICATION,
        /** A repository-scoped token. */
        SCOPED,
        /** Something that does not say whose it is. */
        OPAQUE
    }

    /** Null where there is no login, or none that could be read. */
    static @Nullable Login of(CredentialLookup lookup, Place place) {
        if (!(lookup instanceof CredentialLookup.Found found)) {
            return null;
        }
        String origin = found.found().origin().description();
        Credential credential = found.found().credential();
        if (credential instanceof Credential.IdentityToken token) {
            return ofToken(token.token().reveal(), origin);
        }
        if (!(credential instanceof Credential.Password password)) {
            return new Login(Kind.OPAQUE, null, "(a token)", null, null, origin);
        }
        String name = password.username();
        if (name.equals(Place.NULL_GUID)) {
            return ofToken(password.password().reveal(), origin);
        }
        if (name.equalsIgnoreCase(place.name())) {
            return new Login(Kind.ADMIN, null, name, null, null, origin);
        }
        return Who.isGuid(name)
                ? new Login(Kind.APPLICATION, Who.ofApplication(name), name, null, null, origin)
                : new Login(Kind.SCOPED, null, name, null, null, origin);
    }

    static Login ofToken(String token, String origin) {
        Json claims = Json.ofToken(token);
        Long expires = claims.number("exp");
        return new Login(
                Kind.ENTRA,
                claims.has("sub") ? Who.ofRegistry(claims) : null,
                Place.NULL_GUID,
                claims.text("aud"),
                expires == null || expires < 0 || expires > Integer.MAX_VALUE * 50L
                        ? null
                        : Instant.ofEpochSecond(expires),
                origin);
    }

    /** The same, by somebody who is known for certain. */
    Login by(Who known) {
        return new Login(kind, known, name, registry, expires, origin);
    }

    /** Who pushes, as a sentence names them. */
    String words() {
        return switch (kind) {
            case ENTRA -> who == null ? "a refresh token" : who.words();
            case ADMIN -> "the administrator's login";
            case APPLICATION -> "the application " + name;
            case SCOPED -> "the token " + name;
            case OPAQUE -> "a token";
        };
    }
}
