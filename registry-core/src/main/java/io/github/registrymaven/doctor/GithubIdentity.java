package io.github.registrymaven.doctor;

import com.google.gson.JsonElement;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.json.BoundedJson;
import io.github.registrymaven.json.JsonProblem;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpCall;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.preflight.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who GitHub says that the job is, asked as the clouds' login actions ask. The token is read and let go. */
final class GithubIdentity {
    static final String ID = "oidc-identity";
    private static final int MOST_VALUES = 50;

    private GithubIdentity() {}

    static Fact of(Map<String, String> environment, RegistryHttp http, boolean offline) throws InterruptedException {
        String address = environment.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_URL", "");
        String bearer = environment.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "");
        if (address.isEmpty() || bearer.isEmpty()) {
            return Fact.ok(
                    ID,
                    "none: the job has no permission id-token: write, which a login to a cloud without a key needs");
        }
        if (offline) {
            return Fact.skipped(ID, "not asked: Maven is offline");
        }
        Optional<List<String>> claims = asked(address, bearer, http);
        return claims.isPresent()
                ? Fact.ok(ID, "GitHub's token says: " + String.join(", ", claims.get()))
                : Fact.bad(
                        ID,
                        Verdict.UNKNOWN,
                        "GitHub gives the job no identity token, though it may have one",
                        "Run the job again",
                        List.of());
    }

    private static Optional<List<String>> asked(String address, String bearer, RegistryHttp http)
            throws InterruptedException {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() == null || !http.mayReceiveCredentials(uri)) {
                return Optional.empty();
            }
            HttpCall call = new HttpCall("GET", uri, Map.of(), Secret.of("Bearer " + bearer), null);
            if (http.send(call) instanceof HttpAnswer answer && answer.status() == 200) {
                JsonElement read = BoundedJson.parse(answer.text(), MOST_VALUES);
                JsonElement token = read.isJsonObject() ? read.getAsJsonObject().get("value") : null;
                return token != null && token.isJsonPrimitive() ? Claims.in(token.getAsString()) : Optional.empty();
            }
        } catch (IllegalArgumentException | JsonProblem unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
