package io.github.registrymaven.testkit.google;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access tokens. They say nothing about themselves, as Google's. */
final class AccessTokens {
    static final String ALL_OF_THE_CLOUD = "https://www.googleapis.com/auth/cloud-platform";

    private final Clock clock;
    private final Map<String, Token> issued = new ConcurrentHashMap<>();

    /**
     * A token.
     *
     * @param member whose it is, as a binding names them
     */
    record Token(String member, Set<String> scopes, Instant expires) {
        boolean opens() {
            return scopes.contains(ALL_OF_THE_CLOUD);
        }

        /** Empty for federated identities, which have none. */
        String email() {
            return member.startsWith("principal") ? "" : member.substring(member.indexOf(':') + 1);
        }
    }

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    String issue(String member, Set<String> scopes, Duration life) {
        String token = "testkit-access-" + UUID.randomUUID();
        issued.put(token, new Token(member, Set.copyOf(scopes), clock.instant().plus(life)));
        return token;
    }

    /** Null for one that is none. */
    @Nullable
    Token find(String token) {
        return issued.get(token);
    }

    boolean isOver(Token token) {
        return token.expires().isBefore(clock.instant());
    }

    Instant expires(String token) {
        Token known = issued.get(token);
        return known == null ? Instant.EPOCH : known.expires();
    }

    void revoke(String token) {
        issued.remove(token);
    }
}
