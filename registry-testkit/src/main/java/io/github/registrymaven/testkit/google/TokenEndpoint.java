package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code oauth2.googleapis.com}: tokens for keys of service accounts, signed for as RFC 7523 says, and for people's
 * sessions; and what a token is ({@code tokeninfo}). The texts of its errors are as they are seen in public reports.
 */
final class TokenEndpoint implements GoogleService {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final String BAD_TIMES =
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
                    + " timeframe. Check your iat and exp values in the JWT claim.";

    private final GoogleState state;
    private final Accounts accounts;

    TokenEndpoint(GoogleState state, Accounts accounts) {
        this.state = state;
        this.accounts = accounts;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        return switch (request.path()) {
            case "/token" -> "oauth2.token";
            case "/tokeninfo" -> "oauth2.tokeninfo";
            default -> null;
        };
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) {
        if (request.path().equals("/tokeninfo")) {
            return info(request);
        }
        Map<String, String> form = request.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> ofKey(form.getOrDefault("assertion", ""));
            case "refresh_token" -> ofSession(form.getOrDefault("refresh_token", ""));
            default -> GoogleAnswer.oauthError("unsupported_grant_type", "Invalid grant_type");
        };
    }

    private GoogleAnswer ofKey(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return GoogleAnswer.oauthError("invalid_grant", "Invalid JWT.");
        }
        JsonObject claims = part(parts[1]);
        String email = GoogleJson.text(claims, "iss");
        if (!state.accounts().contains(email)) {
            return GoogleAnswer.oauthError("invalid_grant", "Invalid grant: account not found");
        }
        Accounts.Key key = accounts.key(GoogleJson.text(part(parts[0]), "kid"));
        if (key == null || !key.email().equals(email) || !isSigned(parts, key)) {
            return GoogleAnswer.oauthError("invalid_grant", "Invalid JWT Signature.");
        }
        Instant from = Instant.ofEpochSecond(claims.get("iat").getAsLong());
        Instant now = state.clock().instant();
        if (Duration.between(from, now).abs().compareTo(SKEW) > 0) {
            return GoogleAnswer.oauthError("invalid_grant", BAD_TIMES);
        }
        Set<String> scopes = Set.of(GoogleJson.text(claims, "scope").split(" ", -1));
        return issued("serviceAccount:" + email, scopes);
    }

    private static boolean isSigned(String[] parts, Accounts.Key key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key.publicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    static JsonObject part(String encoded) {
        try {
            return GoogleJson.parse(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return new JsonObject();
        }
    }

    private GoogleAnswer ofSession(String refreshToken) {
        String email = accounts.session(refreshToken);
        return email == null
                ? GoogleAnswer.oauthError("invalid_grant", "Token has been expired or revoked.")
                : issued("user:" + email, Set.of(AccessTokens.ALL_OF_THE_CLOUD));
    }

    private GoogleAnswer issued(String member, Set<String> scopes) {
        JsonObject answer = GoogleJson.object(
                "access_token", state.tokens().issue(member, scopes, LIFE),
                "token_type", "Bearer",
                "scope", String.join(" ", scopes));
        answer.addProperty("expires_in", LIFE.toSeconds());
        return GoogleAnswer.json(answer);
    }

    private GoogleAnswer info(GoogleRequest request) {
        String shown = request.bearer();
        String token = shown != null ? shown : request.query().getOrDefault("access_token", "");
        AccessTokens.Token known = state.tokens().find(token);
        // Federated tokens have no account to show.
        if (known == null || state.tokens().isOver(known) || known.email().isEmpty()) {
            return GoogleAnswer.oauthError("invalid_token", "Invalid Value");
        }
        JsonObject answer = GoogleJson.object(
                "azp",
                "testkit.apps.googleusercontent.com",
                "aud",
                "testkit.apps.googleusercontent.com",
                "scope",
                String.join(" ", known.scopes()),
                "exp",
                String.valueOf(known.expires().getEpochSecond()),
                "expires_in",
                String.valueOf(Duration.between(state.clock().instant(), known.expires())
                        .toSeconds()),
                "email",
                known.email(),
                "email_verified",
                "true");
        return GoogleAnswer.json(answer);
    }
}
