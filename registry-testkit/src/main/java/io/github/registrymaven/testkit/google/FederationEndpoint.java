package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code sts.googleapis.com}: tokens of other identity providers for tokens of a pool (RFC 8693). */
final class FederationEndpoint implements GoogleService {
    static final String OF_AWS = "urn:ietf:params:aws:token-type:aws4_request";

    /** Who signed a request to AWS. Google has AWS answer it; here the key is all that is known, and taken for who it is. */
    private static final Pattern SIGNER = Pattern.compile("AWS4-HMAC-SHA256 Credential=(\\w{4,128})/");

    private static final Duration LIFE = Duration.ofHours(1);
    private static final Pattern AUDIENCE = Pattern.compile(
            "//iam\\.googleapis\\.com/(projects/\\d+/locations/global/workloadIdentityPools/[^/]+)/providers/[^/]+");

    private final GoogleState state;
    private final Set<String> pools;

    /** @param pools those there are, {@code projects/NUMBER/locations/global/workloadIdentityPools/POOL} */
    FederationEndpoint(GoogleState state, Set<String> pools) {
        this.state = state;
        this.pools = pools;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        return request.path().equals("/v1/token") ? "sts.token" : null;
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) {
        Map<String, String> form = request.form();
        Matcher audience = AUDIENCE.matcher(form.getOrDefault("audience", ""));
        if (!audience.matches() || !pools.contains(audience.group(1))) {
            return GoogleAnswer.oauthError(
                    "invalid_target",
                    "The target service indicated by the \"audience\" parameters is invalid. This might either be because"
                            + " the pool or provider is disabled or deleted or because it doesn't exist.");
        }
        String subject = subject(form);
        if (subject.isEmpty()) {
            return GoogleAnswer.oauthError("invalid_grant", "Unable to parse the ID Token.");
        }
        String member = "principal://iam.googleapis.com/" + audience.group(1) + "/subject/" + subject;
        Set<String> scopes = Set.of(form.getOrDefault("scope", "").split(" ", -1));
        JsonObject answer = GoogleJson.object(
                "access_token", state.tokens().issue(member, scopes, LIFE),
                "issued_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "token_type", "Bearer");
        answer.addProperty("expires_in", LIFE.toSeconds());
        return GoogleAnswer.json(answer);
    }

    private static String subject(Map<String, String> form) {
        String token = form.getOrDefault("subject_token", "");
        if (form.getOrDefault("subject_token_type", "").equals(OF_AWS)) {
            Matcher signer = SIGNER.matcher(GoogleRequest.decoded(token));
            return signer.find() ? signer.group(1) : "";
        }
        String[] parts = token.split("\\.", -1);
        return parts.length == 3 ? GoogleJson.text(TokenEndpoint.part(parts[1]), "sub") : "";
    }
}
