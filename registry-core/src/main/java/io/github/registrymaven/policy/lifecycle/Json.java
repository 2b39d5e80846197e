package io.github.registrymaven.policy.lifecycle;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strict JSON, with a bound on how many values it has, as a small text of many empty arrays makes a large tree. */
final class Json {
    private static final int MOST_VALUES = 2_000_000;
    private static final Pattern LINE = Pattern.compile("at line (\\d+) column (\\d+)");

    private Json() {}

    static JsonElement parse(String text, String place) throws InvalidDocument {
        try {
            if (count(strict(text)) > MOST_VALUES) {
                throw new InvalidDocument(place, "has more than " + MOST_VALUES + " values");
            }
            return JsonParser.parseReader(strict(text));
        } catch (JsonParseException | IOException | IllegalStateException notJson) {
            throw new InvalidDocument(place, "is not JSON" + where(String.valueOf(notJson.getMessage())));
        }
    }

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    /** How many values there are, or one more than there may be. Reads to the end: what follows a document is a mistake. */
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
            return " that is read here: it goes deeper than 255 levels";
        }
        Matcher place = LINE.matcher(message);
        return place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
    }
}
