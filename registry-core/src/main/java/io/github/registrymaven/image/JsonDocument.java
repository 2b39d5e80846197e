package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON of an image, read without trust: as strictly as registries do, no deeper than Gson's limit of 255, and with a bound
 * on how many values it has, as a small file of many empty arrays makes a large tree.
 *
 * @param place where it is, for messages
 */
record JsonDocument(JsonElement root, String place) {
    private static final int MOST_VALUES = 200_000;
    private static final Pattern LINE = Pattern.compile("at line (\\d+) column (\\d+)");

    static JsonDocument parse(byte[] bytes, String place) throws BrokenImage {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            if (count(strict(text)) > MOST_VALUES) {
                throw BrokenImage.invalid(place, " has more than " + MOST_VALUES + " values, which is no image's");
            }
            return new JsonDocument(JsonParser.parseReader(strict(text)), place);
        } catch (BrokenImage tooLarge) {
            throw tooLarge;
        } catch (JsonParseException | IOException | IllegalStateException notJson) {
            throw BrokenImage.invalid(place, " is not JSON" + where(String.valueOf(notJson.getMessage())));
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

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    /** How many values there are, or one more than there may be. */
    private static int count(JsonReader in) throws IOException {
        int values = 0;
        while (values <= MOST_VALUES) {
            switch (in.peek()) {
                case BEGIN_ARRAY -> in.beginArray();
                case END_ARRAY -> in.endArray();
                case BEGIN_OBJECT -> in.beginObject();
                case END_OBJECT -> in.endObject();
                case END_DOCUMENT -> {
                    return values;
                }
                default -> in.skipValue();
            }
            values++;
        }
        return values;
    }

    private static String where(String message) {
        if (message.contains("Nesting limit")) {
            return " that is nested as an image's is: it goes deeper than 255 levels";
        }
        Matcher place = LINE.matcher(message);
        return place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
    }
}
