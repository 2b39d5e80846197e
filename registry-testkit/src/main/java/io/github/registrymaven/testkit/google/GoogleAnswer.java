package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.util.Map;

/** An answer of one of the services. */
record GoogleAnswer(int status, String contentType, String body, Map<String, String> headers) {
    static GoogleAnswer json(JsonObject body) {
        return json(200, body);
    }

    static GoogleAnswer json(int status, JsonObject body) {
        return new GoogleAnswer(status, "application/json; charset=UTF-8", body.toString(), Map.of());
    }

    static GoogleAnswer text(int status, String body) {
        return new GoogleAnswer(status, "text/html; charset=UTF-8", body, Map.of());
    }

    /** An error of the OAuth services (RFC 6749, section 5.2). */
    static GoogleAnswer oauthError(String error, String description) {
        return json(400, GoogleJson.object("error", error, "error_description", description));
    }

    GoogleAnswer with(String header, String value) {
        return new GoogleAnswer(status, contentType, body, Map.of(header, value));
    }
}
