package io.github.registrymaven.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link com.google.gson.JsonParser} reads and {@link JsonElement#toString} writes, without the adapters for Java's own types
 * that they load: sixty classes, which every check of an image would pay for. Nesting is bounded by Gson (255).
 */
public final class JsonElements {
    private JsonElements() {}

    /**
     * The first value of a text; what follows it is not looked at, as Go's decoder does not either.
     *
     * @throws JsonParseException where it has none; the message may quote the text
     */
    public static JsonElement parse(String text, Strictness strictness) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(strictness);
        return parse(reader);
    }

    /** The object that a whole text is, which a server may have written loosely; null where it is none. */
    public static @Nullable JsonObject object(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.LENIENT);
        try {
            JsonElement value = parse(reader);
            return value instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT ? object : null;
        } catch (JsonParseException | IOException notJson) {
            return null;
        }
    }

    /** A value with nothing between its parts: the least that its text can be. */
    public static String compact(JsonElement value) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            // As Gson: what was read is written, be it no number of JSON's.
            out.setStrictness(Strictness.LENIENT);
            write(value, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    private static void write(JsonElement value, JsonWriter out) throws IOException {
        if (value instanceof JsonObject object) {
            out.beginObject();
            for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                out.name(member.getKey());
                write(member.getValue(), out);
            }
            out.endObject();
        } else if (value instanceof JsonArray array) {
            out.beginArray();
            for (JsonElement item : array) {
                write(item, out);
            }
            out.endArray();
        } else if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            out.value(primitive.getAsNumber());
        } else if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            out.value(primitive.getAsBoolean());
        } else {
            out.value(value.isJsonNull() ? null : value.getAsString());
        }
    }

    /** The next value, from a reader that is as strict as it is to be. */
    static JsonElement parse(JsonReader in) {
        try {
            return read(in);
        } catch (MalformedJsonException | EOFException | IllegalStateException | NumberFormatException notJson) {
            throw new JsonSyntaxException(notJson);
        } catch (IOException unreadable) {
            throw new JsonIOException(unreadable);
        }
    }

    private static JsonElement read(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                JsonObject object = new JsonObject();
                in.beginObject();
                while (in.hasNext()) {
                    object.add(in.nextName(), read(in));
                }
                in.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                JsonArray array = new JsonArray();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(read(in));
                }
                in.endArray();
                return array;
            }
            case STRING -> {
                return new JsonPrimitive(in.nextString());
            }
            case NUMBER -> {
                return new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(in));
            }
            case BOOLEAN -> {
                return new JsonPrimitive(in.nextBoolean());
            }
            case NULL -> {
                in.nextNull();
                return JsonNull.INSTANCE;
            }
            default -> throw new MalformedJsonException("No value");
        }
    }
}
