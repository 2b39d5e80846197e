package io.github.registrymaven.declared.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.registrymaven.declared.tree.Node;
import io.github.registrymaven.declared.tree.Place;
import io.github.registrymaven.declared.tree.Unreadable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON value by value, so that what is of no interest is passed over and never held. Nesting deeper than Gson's limit
 * (255) is refused. Not thread-safe.
 */
public final class JsonTree implements AutoCloseable {
    private static final int MOST_VALUES = 1_000_000;

    private final LineByLine lines;
    private final JsonReader in;
    private final String file;
    private int values;

    /**
     * @param relaxed whether comments and text over several lines are taken, as ARM does
     */
    public JsonTree(Reader text, String file, boolean relaxed) {
        this.lines = new LineByLine(text);
        this.in = new JsonReader(lines);
        this.in.setStrictness(relaxed ? Strictness.LENIENT : Strictness.STRICT);
        this.file = file;
    }

    /** A whole document, and nothing after it. */
    public static Node read(String text, String file, boolean relaxed) throws Unreadable {
        try (JsonTree json = new JsonTree(new StringReader(text), file, relaxed)) {
            Node root = json.value();
            json.end();
            return root;
        }
    }

    /** One name of an object after the other, for {@code field} to read or to leave. */
    public void eachField(Field field) throws Unreadable {
        if (!isNext(JsonToken.BEGIN_OBJECT)) {
            throw new Unreadable(here(), "expected an object");
        }
        step(in::beginObject);
        while (isMore()) {
            String name = name();
            if (!field.read(name)) {
                step(in::skipValue);
            }
        }
        step(in::endObject);
    }

    /** One item of a list after the other; a value that is no list is left out. */
    public void eachItem(Item item) throws Unreadable {
        if (!isNext(JsonToken.BEGIN_ARRAY)) {
            step(in::skipValue);
            return;
        }
        step(in::beginArray);
        while (isMore()) {
            item.read();
        }
        step(in::endArray);
    }

    /** Whether an object comes next. */
    public boolean isObject() throws Unreadable {
        return isNext(JsonToken.BEGIN_OBJECT);
    }

    /** The next value as a whole. */
    public Node value() throws Unreadable {
        if (++values > MOST_VALUES) {
            throw new Unreadable(here(), "holds more than " + MOST_VALUES + " values, which is too much to judge");
        }
        try {
            JsonToken token = in.peek();
            Place at = here();
            return switch (token) {
                case BEGIN_OBJECT -> object(at);
                case BEGIN_ARRAY -> array(at);
                case STRING -> new Node.Text(in.nextString(), at);
                case NUMBER -> number(in.nextString(), at);
                case BOOLEAN -> new Node.Flag(in.nextBoolean(), at);
                case NULL -> {
                    in.nextNull();
                    yield new Node.Nothing(at);
                }
                default -> throw new Unreadable(at, "expected a JSON value");
            };
        } catch (IOException | IllegalStateException | NumberFormatException broken) {
            throw unreadable(broken);
        }
    }

    /** Where reading has got to. */
    public Place here() {
        return new Place(file, lines.line());
    }

    /** Refuses whatever follows. */
    public void end() throws Unreadable {
        if (!isNext(JsonToken.END_DOCUMENT)) {
            throw new Unreadable(here(), "expected the end of the file after the JSON value");
        }
    }

    @Override
    public void close() throws Unreadable {
        step(in::close);
    }

    private Node object(Place at) throws Unreadable {
        Map<String, Node> fields = new LinkedHashMap<>();
        step(in::beginObject);
        while (isMore()) {
            String name = name();
            fields.put(name, value());
        }
        step(in::endObject);
        return new Node.Fields(fields, at);
    }

    private Node array(Place at) throws Unreadable {
        List<Node> items = new ArrayList<>();
        step(in::beginArray);
        while (isMore()) {
            items.add(value());
        }
        step(in::endArray);
        return new Node.Items(items, at);
    }

    private static Node number(String text, Place at) {
        try {
            return new Node.Numeral(new BigDecimal(text), at);
        } catch (NumberFormatException unquotedWord) {
            return new Node.Text(text, at);
        }
    }

    private boolean isNext(JsonToken token) throws Unreadable {
        try {
            return in.peek() == token;
        } catch (IOException | IllegalStateException broken) {
            throw unreadable(broken);
        }
    }

    private boolean isMore() throws Unreadable {
        try {
            return in.hasNext();
        } catch (IOException | IllegalStateException broken) {
            throw unreadable(broken);
        }
    }

    private String name() throws Unreadable {
        try {
            return in.nextName();
        } catch (IOException | IllegalStateException broken) {
            throw unreadable(broken);
        }
    }

    private void step(Step step) throws Unreadable {
        try {
            step.take();
        } catch (IOException | IllegalStateException broken) {
            throw unreadable(broken);
        }
    }

    private Unreadable unreadable(Exception broken) {
        return new Unreadable(here(), JsonComplaint.about(broken));
    }

    private interface Step {
        void take() throws IOException;
    }

    /** What to do with a field. */
    public interface Field {
        /** Whether its value was read; otherwise it is passed over. */
        boolean read(String name) throws Unreadable;
    }

    /** What to do with an item. */
    public interface Item {
        /** Reads exactly one value. */
        void read() throws Unreadable;
    }
}
