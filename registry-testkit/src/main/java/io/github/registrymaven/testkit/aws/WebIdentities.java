package io.github.registrymaven.testkit.aws;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens of identity providers, such as a CI runner's. Their claims are weighed; their signature is not looked at. */
final class WebIdentities {
    private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

    private final Clock clock;

    WebIdentities(Clock clock) {
        this.clock = clock;
    }

    /** Refuses a token that a role does not trust. */
    void check(@Nullable Identity role, String token) throws AwsFailure {
        JsonObject claims = claims(token);
        Instant expires =
                claims.has("exp") ? Instant.ofEpochSecond(claims.get("exp").getAsLong()) : Instant.MAX;
        if (!clock.instant().isBefore(expires)) {
            throw new AwsFailure(
                    400,
                    "ExpiredTokenException",
                    "Token expired: current date/time " + clock.instant().getEpochSecond()
                            + " must be before the expiration date/time " + expires.getEpochSecond());
        }
        String issuer = text(claims, "iss").replaceFirst("^https://", "");
        Policy trust = role == null ? null : role.trust();
        if (role == null || trust == null || !trusts(trust, role, issuer, claims)) {
            throw new AwsFailure(403, "AccessDenied", "Not authorized to perform " + ACTION);
        }
    }

    private static boolean trusts(Policy trust, Identity role, String issuer, JsonObject claims) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String claim : claims.keySet()) {
            if (claims.get(claim) instanceof JsonPrimitive value) {
                context.put(issuer + ":" + claim, value.getAsString());
            }
        }
        AccessRequest request = new AccessRequest(ACTION, role.arn(), context);
        String provider = "oidc-provider/" + issuer;
        return trust.statements().stream()
                .filter(statement -> statement.allows() && statement.isAbout(request))
                .map(Statement::principals)
                .anyMatch(named -> named != null && named.names().stream().anyMatch(name -> name.endsWith(provider)));
    }

    private static JsonObject claims(String token) throws AwsFailure {
        String[] parts = token.split("\\.", -1);
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JsonParser.parseString(claims).getAsJsonObject();
        } catch (RuntimeException notAToken) {
            throw new AwsFailure(
                    400,
                    "InvalidIdentityToken",
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent"
                            + " an Access Token)");
        }
    }

    private static String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}
