package io.github.registrymaven.testkit.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** JSON as Google's services write and read it. */
final class GoogleJson {
    private GoogleJson() {}

    /** An object of names and texts in turn. */
    static JsonObject object(String... namesAndTexts) {
        JsonObject object = new JsonObject();
        for (int i = 0; i + 1 < namesAndTexts.length; i += 2) {
            object.addProperty(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return object;
    }

    static JsonArray array(Collection<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /** What is no object is an empty one. */
    static JsonObject parse(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object ? object : new JsonObject();
        } catch (JsonParseException notJson) {
            return new JsonObject();
        }
    }

    /** Empty where there is none. */
    static String text(JsonObject in, String name) {
        return in.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    static List<String> texts(JsonObject in, String name) {
        List<String> texts = new ArrayList<>();
        if (in.get(name) instanceof JsonArray array) {
            for (JsonElement each : array) {
                texts.add(each.getAsString());
            }
        }
        return texts;
    }

    static boolean isTrue(JsonObject in, String name) {
        return in.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }
}
