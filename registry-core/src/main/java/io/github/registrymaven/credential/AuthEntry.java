package io.github.registrymaven.credential;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One entry of {@code auths}. */
sealed interface AuthEntry {
    record Holds(Credential credential) implements AuthEntry {}

    /** Docker's mark that a helper holds it. */
    record Empty() implements AuthEntry {}

    /** It cannot be read; {@code problem} completes the sentence "The entry …" and holds no value. */
    record Malformed(String problem) implements AuthEntry {}

    /** Reads an entry in docker's order of preference: registry token, identity token, {@code auth}, plain fields. */
    static AuthEntry read(JsonElement element) {
        if (element.isJsonNull()) {
            return new Empty();
        }
        if (!element.isJsonObject()) {
            return new Malformed("is not a JSON object");
        }
        JsonObject entry = element.getAsJsonObject();
        for (String field : new String[] {"auth", "username", "password", "identitytoken", "registrytoken"}) {
            JsonElement value = entry.get(field);
            if (value != null && !value.isJsonNull() && !(value instanceof JsonPrimitive text && text.isString())) {
                return new Malformed("has \"" + field + "\" that is not a text");
            }
        }
        String registryToken = text(entry, "registrytoken");
        if (!registryToken.isEmpty()) {
            return new Holds(new Credential.RegistryToken(Secret.of(registryToken)));
        }
        String username = text(entry, "username");
        String password = text(entry, "password");
        String auth = text(entry, "auth").replaceAll("[\r\n]", "");
        String identityToken = text(entry, "identitytoken");
        if (!auth.isEmpty()) {
            String decoded = decode(auth);
            int colon = decoded == null ? -1 : decoded.indexOf(':');
            if (decoded == null) {
                return new Malformed("has \"auth\" that is not base64");
            }
            if (colon < 0) {
                return new Malformed("has \"auth\" without a colon between user name and password");
            }
            username = decoded.substring(0, colon);
            password = trimNul(decoded.substring(colon + 1));
        }
        if (!identityToken.isEmpty()) {
            return new Holds(
                    new Credential.IdentityToken(username.isEmpty() ? null : username, Secret.of(identityToken)));
        }
        if (username.isEmpty()) {
            return auth.isEmpty() && password.isEmpty() ? new Empty() : new Malformed("has no user name");
        }
        return new Holds(new Credential.Password(username, Secret.of(password)));
    }

    private static String text(JsonObject entry, String field) {
        return entry.get(field) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    private static @Nullable String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    // Docker cuts the padding that an encoder of its early days left there (decodeAuth).
    private static String trimNul(String password) {
        int end = password.length();
        while (end > 0 && password.charAt(end - 1) == '\0') {
            end--;
        }
        return password.substring(0, end);
    }
}
