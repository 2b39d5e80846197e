package io.github.registrymaven.oci;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.json.JsonElements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a token service's answer and, where the token is a JWT, what it grants. Signatures are the registry's business:
 * the claims only explain, the registry decides.
 */
final class TokenReader {
    private TokenReader() {}

    /** The token in the answer's {@code token} or {@code access_token}; null where there is none. */
    static @Nullable AccessToken read(String body) {
        JsonObject answer = JsonElements.object(body);
        if (answer == null) {
            return null;
        }
        String token = Json.string(answer, "token");
        if (token == null || token.isEmpty()) {
            token = Json.string(answer, "access_token");
        }
        if (token == null || token.isEmpty()) {
            return null;
        }
        JsonObject claims = claims(token);
        return claims == null
                ? new AccessToken(Secret.of(token), null, null)
                : new AccessToken(Secret.of(token), granted(claims), Json.string(claims, "sub"));
    }

    private static @Nullable JsonObject claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            return JsonElements.object(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static @Nullable List<Scope> granted(JsonObject claims) {
        JsonArray access = Json.array(claims, "access");
        if (access == null) {
            return null;
        }
        List<Scope> granted = new ArrayList<>();
        for (JsonElement entry : access) {
            if (entry instanceof JsonObject object) {
                String type = Json.string(object, "type");
                String name = Json.string(object, "name");
                if (type != null && name != null) {
                    granted.add(new Scope(type, name, actions(object)));
                }
            }
        }
        return granted;
    }

    private static Set<String> actions(JsonObject entry) {
        Set<String> actions = new HashSet<>();
        JsonArray listed = Json.array(entry, "actions");
        if (listed != null) {
            for (JsonElement action : listed) {
                if (action.isJsonPrimitive()) {
                    actions.add(action.getAsString());
                }
            }
        }
        return actions;
    }
}
