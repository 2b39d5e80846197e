package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import io.github.registrymaven.testkit.BasicLogin;
import io.github.registrymaven.testkit.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code https://LOCATION-docker.pkg.dev/v2/token}: a registry token for a Google access token, or for a key file as the
 * password. Whoever may not push is refused here already. Real tokens are opaque, too.
 */
final class DockerTokens implements GoogleService {
    private static final String PATH = "/v2/token/";
    private static final Duration LIFE = Duration.ofHours(1);

    private final GoogleState state;
    private final Accounts accounts;
    private final Map<String, GoogleDoor> doors = new ConcurrentHashMap<>();
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    DockerTokens(GoogleState state, Accounts accounts) {
        this.state = state;
        this.accounts = accounts;
    }

    void serve(String host, GoogleDoor door) {
        doors.put(host, door);
    }

    /** Where a host's tokens are asked for, below the cloud's address. */
    static String path(String host) {
        return PATH + host;
    }

    @Override
    public @Nullable String method(GoogleRequest request) {
        return request.path().startsWith(PATH) ? "docker.token" : null;
    }

    @Override
    public GoogleAnswer answer(GoogleRequest request, Caller caller) {
        GoogleDoor door = doors.get(request.path().substring(PATH.length()));
        if (door == null) {
            return GoogleAnswer.text(404, "Not Found");
        }
        try {
            String member = member(request);
            for (String scope : request.query().getOrDefault("scope", "").split(" ", -1)) {
                String[] parts = scope.split(":", 3);
                if (parts.length == 3) {
                    door.checkScope(member, parts[1], parts[2]);
                }
            }
            String token = "testkit-docker-" + UUID.randomUUID();
            issued.put(token, member == null ? "" : member);
            JsonObject answer = GoogleJson.object("token", token, "access_token", token);
            answer.addProperty("expires_in", LIFE.toSeconds());
            return GoogleAnswer.json(answer);
        } catch (Refused refused) {
            return GoogleAnswer.json(refused.status(), GoogleDoor.body(refused));
        }
    }

    private @Nullable String member(GoogleRequest request) throws Refused {
        if (request.authorization() == null) {
            return null;
        }
        BasicLogin login = BasicLogin.of(request.authorization());
        String password = login == null ? "" : login.password();
        String user = login == null ? "" : login.user();
        if (user.equals("_json_key") || user.equals("_json_key_base64")) {
            return ofKey(user.equals("_json_key") ? password : decoded(password));
        }
        return ofToken(password);
    }

    String ofToken(String accessToken) throws Refused {
        AccessTokens.Token token = state.tokens().find(accessToken);
        if (token == null || state.tokens().isOver(token)) {
            throw new Refused(401, "UNAUTHORIZED", "No valid credential was supplied.");
        }
        if (!token.opens()) {
            throw new Refused(403, "DENIED", "Request had insufficient authentication scopes.");
        }
        return token.member();
    }

    private String ofKey(String file) throws Refused {
        JsonObject json = GoogleJson.parse(file);
        Accounts.Key key = accounts.key(GoogleJson.text(json, "private_key_id"));
        if (key == null || !key.email().equals(GoogleJson.text(json, "client_email"))) {
            throw new Refused(401, "UNAUTHORIZED", "No valid credential was supplied.");
        }
        return "serviceAccount:" + key.email();
    }

    /** Whose registry token it is: empty for nobody's, null for none of ours. */
    @Nullable
    String holder(String registryToken) {
        return issued.get(registryToken);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
