package io.github.registrymaven.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * Strict JSON, no deeper than Gson's limit of 255, and with a bound on how many values it has, as a small text of many empty
 * arrays makes a large tree.
 */
public final class BoundedJson {
    private BoundedJson() {}

    /**
     * The one document that a text holds.
     *
     * @param most how many values it may have, counting the ends of arrays and objects
     */
    public static JsonElement parse(String text, int most) throws JsonProblem {
        try {
            if (count(strict(text), most) > most) {
                throw JsonProblem.tooMany();
            }
            return JsonElements.parse(strict(text));
        } catch (JsonParseException | IOException | IllegalStateException notJson) {
            throw JsonProblem.in(String.valueOf(notJson.getMessage()));
        }
    }

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    /** How many values there are, or one more than there may be. Reads to the end: what follows a document is a mistake. */
    private static int count(JsonReader in, int most) throws IOException {
        int values = 0;
        while (values <= most) {
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
}
