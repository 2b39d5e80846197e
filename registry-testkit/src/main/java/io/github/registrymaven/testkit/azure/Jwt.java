package io.github.registrymaven.testkit.azure;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Tokens in the form of Entra's and ACR's. Nobody checks the signature: whoever issues one knows it again. */
final class Jwt {
    private Jwt() {}

    static String of(JsonObject claims) {
        claims.addProperty("jti", UUID.randomUUID().toString());
        return part("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + part(claims.toString()) + "."
                + part(UUID.randomUUID().toString());
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
