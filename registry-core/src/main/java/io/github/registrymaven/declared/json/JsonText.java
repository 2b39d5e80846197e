package io.github.registrymaven.declared.json;

import com.google.gson.stream.JsonWriter;
import io.github.registrymaven.declared.tree.Node;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON, or says what of them is not known. */
public final class JsonText {
    /** Far more than any cloud takes as a policy. Values that share parts can be far larger than what they were written as. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private JsonText() {}

    /** A {@link Node.Text}, or a {@link Node.Unknown} where any part is unknown, with what will be in it as its clue. */
    public static Node of(Node value) {
        StringWriter text = new StringWriter();
        JsonWriter out = new JsonWriter(text);
        out.setHtmlSafe(false);
        try {
            Node.Unknown missing = write(value, out, text);
            return missing == null
                    ? new Node.Text(text.toString(), value.resource(), value.at())
                    : new Node.Unknown(missing.reason(), Node.Clue.json(value), missing.at());
        } catch (IOException notInMemory) {
            throw new IllegalStateException(notInMemory);
        }
    }

    /** What is unknown, if anything is. */
    private static Node.@Nullable Unknown write(Node value, JsonWriter out, StringWriter text) throws IOException {
        if (text.getBuffer().length() > MOST_CHARACTERS) {
            return new Node.Unknown("it is longer than " + MOST_CHARACTERS + " characters", value.at());
        }
        if (value instanceof Node.Unknown unknown) {
            return unknown;
        }
        if (value instanceof Node.Fields object) {
            out.beginObject();
            for (Map.Entry<String, Node> field : object.fields().entrySet()) {
                out.name(field.getKey());
                Node.Unknown missing = write(field.getValue(), out, text);
                if (missing != null) {
                    return missing;
                }
            }
            out.endObject();
        } else if (value instanceof Node.Items list) {
            out.beginArray();
            for (Node item : list.items()) {
                Node.Unknown missing = write(item, out, text);
                if (missing != null) {
                    return missing;
                }
            }
            out.endArray();
        } else {
            scalar(value, out);
        }
        return null;
    }

    private static void scalar(Node value, JsonWriter out) throws IOException {
        if (value instanceof Node.Text string) {
            out.value(string.value());
        } else if (value instanceof Node.Flag flag) {
            out.value(flag.value());
        } else if (value instanceof Node.Numeral number) {
            out.jsonValue(number.text());
        } else {
            out.nullValue();
        }
    }
}
