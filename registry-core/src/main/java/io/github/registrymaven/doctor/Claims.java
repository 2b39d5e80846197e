package io.github.registrymaven.doctor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.registrymaven.json.BoundedJson;
import io.github.registrymaven.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What an identity token says of whom it is for. The token itself, and whatever else is in it, is told nobody. */
final class Claims {
    /** What clouds' trust policies are written about. */
    private static final List<String> SHOWN = List.of(
            "iss",
            "sub",
            "aud",
            "repository",
            "ref",
            "environment",
            "job_workflow_ref",
            "project_path",
            "ref_protected");

    private static final int LONGEST_TOKEN = 32 * 1024;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 500;

    private Claims() {}

    /** One line each; empty where the text is no token. */
    static Optional<List<String>> in(String token) {
        String[] parts = token.strip().split("\\.", -1);
        if (parts.length != 3 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            JsonElement read = BoundedJson.parse(new String(claims, StandardCharsets.UTF_8), MOST_VALUES);
            return read.isJsonObject() ? Optional.of(lines(read.getAsJsonObject())) : Optional.empty();
        } catch (IllegalArgumentException | JsonProblem noToken) {
            return Optional.empty();
        }
    }

    private static List<String> lines(JsonObject claims) {
        List<String> lines = new ArrayList<>();
        for (String name : SHOWN) {
            JsonElement value = claims.get(name);
            if (value != null && !value.isJsonNull() && !value.isJsonObject()) {
                String text = value.isJsonPrimitive() ? value.getAsString() : value.toString();
                lines.add(name + "=" + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text));
            }
        }
        JsonElement expires = claims.get("exp");
        if (expires != null
                && expires.isJsonPrimitive()
                && expires.getAsJsonPrimitive().isNumber()) {
            try {
                lines.add("exp=" + Instant.ofEpochSecond(expires.getAsLong()));
            } catch (DateTimeException | NumberFormatException noTime) {
                lines.add("exp=no time");
            }
        }
        return lines;
    }
}
