package io.github.registrymaven.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens and knows them again. A JWT is signed (RS256) with the certificate in its header, as docker-registry wants
 * it; an opaque token says nothing about itself.
 */
final class Tokens {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Identity signer;
    private final Clock clock;
    private final boolean opaque;
    private final Map<String, Grant> issued = new ConcurrentHashMap<>();

    /** Who signs: a key, and the certificate that proves it where somebody else is to check. */
    record Identity(PrivateKey key, @Nullable X509Certificate certificate) {
        /** A new key, which only this registry knows. */
        static Identity fresh() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return new Identity(generator.generateKeyPair().getPrivate(), null);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java platform has RSA", impossible);
            }
        }
    }

    /** What a token is good for: actions by repository. */
    record Grant(@Nullable String user, Map<String, Set<Action>> access, Instant expires) {}

    Tokens(Identity signer, Clock clock, boolean opaque) {
        this.signer = signer;
        this.clock = clock;
        this.opaque = opaque;
    }

    String issue(@Nullable String user, String service, Map<String, Set<Action>> access) {
        Grant grant = new Grant(user, Map.copyOf(access), clock.instant().plus(LIFE));
        String token = opaque ? "opaque-" + UUID.randomUUID() : jwt(grant, service);
        issued.put(token, grant);
        return token;
    }

    /** What a token is good for now; null where it is none of ours, or its time is over. */
    @Nullable
    Grant known(String token) {
        Grant grant = issued.get(token);
        return grant == null || grant.expires().isBefore(clock.instant()) ? null : grant;
    }

    private String jwt(Grant grant, String service) {
        try {
            JsonObject header = new JsonObject();
            header.addProperty("typ", "JWT");
            header.addProperty("alg", "RS256");
            X509Certificate certificate = signer.certificate();
            if (certificate != null) {
                JsonArray chain = new JsonArray();
                chain.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
                header.add("x5c", chain);
            }
            String signed = part(header) + "." + part(claims(grant, service));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a token cannot be signed", broken);
        }
    }

    private JsonObject claims(Grant grant, String service) {
        long now = clock.instant().getEpochSecond();
        JsonObject claims = new JsonObject();
        claims.addProperty("iss", TokenService.ISSUER);
        claims.addProperty("sub", grant.user() == null ? "" : grant.user());
        claims.addProperty("aud", service);
        claims.addProperty("exp", grant.expires().getEpochSecond());
        claims.addProperty("nbf", now - 30);
        claims.addProperty("iat", now);
        claims.addProperty("jti", UUID.randomUUID().toString());
        JsonArray access = new JsonArray();
        grant.access().forEach((repository, actions) -> access.add(entry(repository, actions)));
        claims.add("access", access);
        return claims;
    }

    private static JsonObject entry(String repository, Set<Action> actions) {
        JsonObject entry = new JsonObject();
        entry.addProperty("type", "repository");
        entry.addProperty("name", repository);
        JsonArray names = new JsonArray();
        List.copyOf(new TreeSet<>(actions)).forEach(action -> names.add(action.id()));
        entry.add("actions", names);
        return entry;
    }

    private static String part(JsonObject object) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(object.toString().getBytes(StandardCharsets.UTF_8));
    }
}
