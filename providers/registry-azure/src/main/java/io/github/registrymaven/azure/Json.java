package io.github.registrymaven.azure;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import io.github.registrymaven.network.ServerWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of a service or in a token, read without trust: whatever is not as expected is absent. Its size is bounded by the
 * engine, its depth by the reader.
 */
record Json(Map<?, ?> members) {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_CHARACTERS = 400;

    static Json of(String text) {
        try (JsonReader reader = JsonProviders.createReader(text)) {
            return new Json(reader.readUntyped() instanceof Map<?, ?> map ? map : Map.of());
        } catch (IOException | IllegalStateException | IllegalArgumentException notJson) {
            return new Json(Map.of());
        }
    }

    /** The claims of a token; none where it is no JWT. Signatures are its receiver's business. */
    static Json ofToken(String token) {
        String[] parts = token.length() > MOST_BYTES ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return new Json(Map.of());
        }
        try {
            return of(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return new Json(Map.of());
        }
    }

    Json at(String name) {
        return new Json(members.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    List<Json> list(String name) {
        List<Json> list = new ArrayList<>();
        if (members.get(name) instanceof List<?> values) {
            values.forEach(value -> {
                if (value instanceof Map<?, ?> map) {
                    list.add(new Json(map));
                }
            });
        }
        return list;
    }

    /** Its members that are objects, whatever their names. */
    List<Json> each() {
        List<Json> each = new ArrayList<>();
        members.values().forEach(value -> {
            if (value instanceof Map<?, ?> map) {
                each.add(new Json(map));
            }
        });
        return each;
    }

    List<String> texts(String name) {
        List<String> list = new ArrayList<>();
        if (members.get(name) instanceof List<?> values) {
            values.forEach(value -> {
                if (value instanceof String text) {
                    list.add(plain(text));
                }
            });
        }
        return list;
    }

    @Nullable
    String text(String name) {
        return members.get(name) instanceof String text ? plain(text) : null;
    }

    /** What is not to be shown, so that it is left as it is. */
    @Nullable
    String secret(String name) {
        return members.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    @Nullable
    Boolean flag(String name) {
        return members.get(name) instanceof Boolean flag ? flag : null;
    }

    @Nullable
    Long number(String name) {
        return members.get(name) instanceof Number number ? number.longValue() : null;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** A service's words as one line of plain text. */
    static String plain(String text) {
        return ServerWords.line(text, MOST_CHARACTERS);
    }
}
