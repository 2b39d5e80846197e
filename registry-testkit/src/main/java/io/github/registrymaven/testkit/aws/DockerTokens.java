package io.github.registrymaven.testkit.aws;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The twelve-hour passwords for docker-style clients, and whose they are. */
final class DockerTokens {
    static final String USER = "AWS";
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Token> issued = new ConcurrentHashMap<>();

    /** A password that ends. */
    record Token(String password, Caller caller, Instant expires) {
        /** User and password, as {@code GetAuthorizationToken} gives them. */
        String encoded() {
            return Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        }
    }

    DockerTokens(Clock clock) {
        this.clock = clock;
    }

    Token issue(Caller caller) {
        byte[] secret = new byte[48];
        random.nextBytes(secret);
        Token token = new Token(
                Base64.getEncoder().encodeToString(secret),
                caller,
                clock.instant().plus(LIFETIME));
        issued.put(token.password(), token);
        return token;
    }

    @Nullable
    Token find(String password) {
        return issued.get(password);
    }

    boolean isExpired(Token token) {
        return !clock.instant().isBefore(token.expires());
    }
}
