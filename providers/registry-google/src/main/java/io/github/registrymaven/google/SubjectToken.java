package io.github.registrymaven.google;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The token of another identity provider, where it is in a file: only its claim of a subject is looked at. */
final class SubjectToken {
    private SubjectToken() {}

    /** The subject; null where the token is elsewhere, or no JWT. */
    static @Nullable String subject(JsonObject file) {
        JsonObject source = Json.object(file, "credential_source");
        String name = Json.text(source, "file");
        if (source == null || name.isEmpty()) {
            return null;
        }
        String text;
        try {
            text = GoogleSettings.text(Path.of(name)).strip();
        } catch (InvalidPathException noPath) {
            return null;
        }
        JsonObject format = Json.object(source, "format");
        if (Json.text(format, "type").equals("json")) {
            text = Json.text(Json.object(text), Json.text(format, "subject_token_field_name"));
        }
        String[] parts = text.split("\\.", -1);
        return parts.length == 3 ? claim(parts[1]) : null;
    }

    private static @Nullable String claim(String part) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            String subject = Json.line(Json.text(Json.object(json), "sub"));
            return subject.isEmpty() ? null : subject;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
