package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.registrymaven.json.BoundedJson;
import io.github.registrymaven.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON of an image, read without trust: as strictly as registries do, no deeper than Gson's limit of 255, and with a bound
 * on how many values it has, as a small file of many empty arrays makes a large tree.
 *
 * @param place where it is, for messages
 */
record JsonDocument(JsonElement root, String place) {
    private static final int MOST_VALUES = 200_000;

    static JsonDocument parse(byte[] bytes, String place) throws BrokenImage {
        try {
            return new JsonDocument(BoundedJson.parse(new String(bytes, StandardCharsets.UTF_8), MOST_VALUES), place);
        } catch (JsonProblem problem) {
            throw BrokenImage.invalid(
                    place,
                    switch (problem.kind()) {
                        case TOO_MANY -> " has more than " + MOST_VALUES + " values, which is no image's";
                        case TOO_DEEP -> " is not JSON that is nested as an image's is: it goes deeper than 255 levels";
                        case MALFORMED -> " is not JSON" + problem.place();
                    });
        }
    }

    /** The document as an object. */
    JsonObject object() throws BrokenImage {
        if (root instanceof JsonObject object) {
            return object;
        }
        throw BrokenImage.invalid(place, " is JSON, but no object");
    }

    /** Null where there is none. */
    static @Nullable JsonObject object(JsonObject in, String name) {
        return in.get(name) instanceof JsonObject object ? object : null;
    }

    /** Null where there is none, as {@code null} itself means none: Go writes it for an empty list. */
    static @Nullable JsonArray array(JsonObject in, String name) {
        return in.get(name) instanceof JsonArray array ? array : null;
    }

    /** Null where there is none. */
    static @Nullable String string(JsonObject in, String name) {
        return in.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
    }

    /** The texts of a list; null where there is no list, or something else is in it. */
    static @Nullable List<String> strings(JsonObject in, String name) {
        JsonArray array = array(in, name);
        if (array == null) {
            return null;
        }
        List<String> strings = new ArrayList<>();
        for (JsonElement element : array) {
            if (!(element instanceof JsonPrimitive value) || !value.isString()) {
                return null;
            }
            strings.add(value.getAsString());
        }
        return strings;
    }
}
