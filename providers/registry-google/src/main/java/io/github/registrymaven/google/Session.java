package io.github.registrymaven.google;

import io.github.registrymaven.credential.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom Google knows by a token.
 *
 * @param token an access token
 * @param member as a binding names them, such as {@code serviceAccount:ci@…}; null where that was not found out
 * @param origin where the credentials are from
 * @param expires when the token ends, where that is known
 * @param quotaProject the project that user credentials want to be charged
 * @param notes what is odd about it
 */
record Session(
        Secret token,
        @Nullable String member,
        String origin,
        @Nullable Instant expires,
        @Nullable String quotaProject,
        List<String> notes) {
    Session {
        notes = List.copyOf(notes);
    }

    /** The member without its kind, for people. */
    String words() {
        return member == null ? "whoever holds the access token" : words(member);
    }

    static String words(String member) {
        return member.startsWith("principal") ? member : member.substring(member.indexOf(':') + 1);
    }

    Session as(@Nullable String who) {
        return new Session(token, who, origin, expires, quotaProject, notes);
    }

    Session until(@Nullable Instant end) {
        return new Session(token, member, origin, end == null ? expires : end, quotaProject, notes);
    }

    /** The member for an e-mail address. */
    static String member(String email) {
        return (email.endsWith("gserviceaccount.com") ? "serviceAccount:" : "user:") + email;
    }
}
