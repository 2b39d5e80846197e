package io.github.registrymaven.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.registrymaven.network.ServerWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of servers and files, read without trust: what is not as expected is absent. Nesting is bounded by Gson. */
final class Json {
    private static final int MOST_CHARACTERS = 400;

    private Json() {}

    static @Nullable JsonObject object(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object ? object : null;
        } catch (JsonParseException notJson) {
            return null;
        }
    }

    static @Nullable JsonObject object(JsonObject in, String name) {
        return in.get(name) instanceof JsonObject object ? object : null;
    }

    /** Empty where there is none. */
    static String text(@Nullable JsonObject in, String name) {
        return in != null && in.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    static boolean isTrue(@Nullable JsonObject in, String name) {
        return in != null && in.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    static List<JsonObject> objects(@Nullable JsonObject in, String name) {
        List<JsonObject> objects = new ArrayList<>();
        if (in != null && in.get(name) instanceof JsonArray array) {
            for (JsonElement each : array) {
                if (each instanceof JsonObject object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    static List<String> texts(@Nullable JsonObject in, String name) {
        List<String> texts = new ArrayList<>();
        if (in != null && in.get(name) instanceof JsonArray array) {
            for (JsonElement each : array) {
                if (each instanceof JsonPrimitive value) {
                    texts.add(value.getAsString());
                }
            }
        }
        return texts;
    }

    /** A server's words as one line: no control characters, not without end. */
    static String line(String text) {
        return ServerWords.line(text, MOST_CHARACTERS);
    }
}
