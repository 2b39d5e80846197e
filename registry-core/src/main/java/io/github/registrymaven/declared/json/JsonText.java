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

    private final StringWriter text = new StringWriter();
    private final JsonWriter out = new JsonWriter(text);
    private final boolean gaps;

    private JsonText(boolean gaps) {
        this.gaps = gaps;
        this.out.setHtmlSafe(false);
    }

    /** A {@link Node.Text}, or a {@link Node.Unknown} where any part is unknown, with what will be in it as its clue. */
    public static Node of(Node value) {
        JsonText json = new JsonText(false);
        Node.Unknown missing = json.written(value);
        return missing == null
                ? new Node.Text(json.text.toString(), value.resource(), value.at())
                : new Node.Unknown(missing.reason(), Node.Clue.json(value), missing.at());
    }

    /**
     * A text that will be JSON, as far as it is known, with {@link Node.Clue#GAP} for each part that is not; null where nothing
     * is known of it.
     */
    public static @Nullable String withGaps(Node value) {
        if (value instanceof Node.Unknown unknown) {
            Node tree = unknown.clue().tree();
            String literal = unknown.clue().literal();
            return tree != null ? withGaps(tree) : literal.isEmpty() ? null : literal;
        }
        if (value.text() != null) {
            return value.text();
        }
        JsonText json = new JsonText(true);
        return json.written(value) == null ? json.text.toString() : null;
    }

    private Node.@Nullable Unknown written(Node value) {
        try {
            return write(value);
        } catch (IOException notInMemory) {
            throw new IllegalStateException(notInMemory);
        }
    }

    /** What is unknown, if anything is. */
    private Node.@Nullable Unknown write(Node value) throws IOException {
        if (text.getBuffer().length() > MOST_CHARACTERS) {
            return new Node.Unknown("it is longer than " + MOST_CHARACTERS + " characters", value.at());
        }
        if (value instanceof Node.Unknown unknown) {
            if (!gaps) {
                return unknown;
            }
            String known = unknown.clue().literal();
            out.value(known.isEmpty() ? Node.Clue.GAP : known);
            return null;
        }
        if (value instanceof Node.Fields object) {
            out.beginObject();
            for (Map.Entry<String, Node> field : object.fields().entrySet()) {
                out.name(field.getKey());
                Node.Unknown missing = write(field.getValue());
                if (missing != null) {
                    return missing;
                }
            }
            out.endObject();
        } else if (value instanceof Node.Items list) {
            out.beginArray();
            for (Node item : list.items()) {
                Node.Unknown missing = write(item);
                if (missing != null) {
                    return missing;
                }
            }
            out.endArray();
        } else {
            scalar(value);
        }
        return null;
    }

    private void scalar(Node value) throws IOException {
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
