package io.github.registrymaven.credential;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when a credential ends, where it says so itself. Signatures are not checked: only the registry can. */
final class CredentialExpiry {
    private static final int BOUND = 64 * 1024;
    // Seconds up to the year 5138, written as a plain number: an exponent could stand for gigabytes of digits.
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,9})?");

    private CredentialExpiry() {}

    static @Nullable Instant of(Credential credential) {
        if (credential instanceof Credential.Password password) {
            // ECR's 12-hour token is base64 of JSON with "expiration"; ACR and GitLab hand out JWTs as passwords.
            return password.username().equals("AWS")
                    ? seconds(password.password().reveal(), Base64.getDecoder(), "expiration")
                    : ofJwt(password.password());
        }
        if (credential instanceof Credential.IdentityToken identity) {
            return ofJwt(identity.token());
        }
        if (credential instanceof Credential.RegistryToken registry) {
            return ofJwt(registry.token());
        }
        return null;
    }

    private static @Nullable Instant ofJwt(Secret token) {
        String value = token.reveal();
        int first = value.indexOf('.');
        int second = value.indexOf('.', first + 1);
        if (first < 0 || second < 0 || value.indexOf('.', second + 1) >= 0) {
            return null;
        }
        return seconds(value.substring(first + 1, second), Base64.getUrlDecoder(), "exp");
    }

    private static @Nullable Instant seconds(String encoded, Base64.Decoder decoder, String member) {
        if (encoded.length() > BOUND) {
            return null;
        }
        String json;
        try {
            json = new String(decoder.decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (!(StrictJson.parse(json) instanceof StrictJson.Value value)
                || !value.element().isJsonObject()) {
            return null;
        }
        JsonElement exp = value.element().getAsJsonObject().get(member);
        if (!(exp instanceof JsonPrimitive number)
                || !number.isNumber()
                || !SECONDS.matcher(number.getAsString()).matches()) {
            return null;
        }
        return Instant.ofEpochSecond(Long.parseLong(number.getAsString().split("\\.", -1)[0]));
    }
}
