package io.github.registrymaven.policy.lifecycle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.registrymaven.diagnosis.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document and its place in it, read without trust: what is not as expected is refused by its place.
 *
 * @param place such as {@code rules[1].selection}; empty for the document as a whole
 */
record Field(JsonElement value, String place) {
    private static final int DIGITS = 18;

    static Field parse(String text, String place) throws InvalidDocument {
        return new Field(Json.parse(text, place), place);
    }

    InvalidDocument problem(String reason) {
        return new InvalidDocument(place, reason);
    }

    /** That the value is an object with no members but these. */
    Field objectOf(Set<String> names) throws InvalidDocument {
        for (String name : object().keySet()) {
            if (!names.contains(name)) {
                throw new Field(value, inner(Shown.text(name)))
                        .problem("is not known here; " + Nearest.of(name, names));
            }
        }
        return this;
    }

    /**
     * That nothing in the value is {@code null}, for providers to which that is not the same as leaving it out.
     *
     * @param remedy what to say of it, to be read after what is the matter
     */
    void withoutNull(String remedy) throws InvalidDocument {
        if (value instanceof JsonNull) {
            throw problem("is null; " + remedy);
        }
        if (value instanceof JsonObject object) {
            for (String name : object.keySet()) {
                new Field(object.get(name), inner(Shown.text(name))).withoutNull(remedy);
            }
        } else if (isList()) {
            for (Field item : items()) {
                item.withoutNull(remedy);
            }
        }
    }

    JsonObject object() throws InvalidDocument {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw problem("is " + kind() + "; it takes an object");
    }

    boolean isObject() {
        return value instanceof JsonObject;
    }

    boolean isList() {
        return value instanceof JsonArray;
    }

    boolean isText() {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    /** Null where there is no such member, or {@code null} is. */
    @Nullable
    Field member(String name) throws InvalidDocument {
        JsonElement member = object().get(name);
        return member == null || member instanceof JsonNull ? null : new Field(member, inner(name));
    }

    Field required(String name) throws InvalidDocument {
        Field member = member(name);
        if (member == null) {
            throw new InvalidDocument(inner(name), "is missing");
        }
        return member;
    }

    List<Field> items() throws InvalidDocument {
        if (!(value instanceof JsonArray array)) {
            throw problem("is " + kind() + "; it takes a list");
        }
        List<Field> items = new ArrayList<>(array.size());
        for (JsonElement item : array) {
            items.add(new Field(item, place + "[" + items.size() + "]"));
        }
        return items;
    }

    String text() throws InvalidDocument {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw problem("is " + kind() + "; it takes a text");
    }

    List<String> texts() throws InvalidDocument {
        List<String> texts = new ArrayList<>();
        for (Field item : items()) {
            texts.add(item.text());
        }
        return texts;
    }

    boolean truth() throws InvalidDocument {
        if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw problem("is " + kind() + "; it takes true or false");
    }

    int integer(int least, int most) throws InvalidDocument {
        String takes = "; it takes a whole number "
                + (most == Integer.MAX_VALUE ? "of at least " + least : least + " to " + most);
        if (!(value instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
            throw problem("is " + kind() + takes);
        }
        String written = primitive.getAsString();
        if (written.length() > DIGITS) {
            throw problem("is " + Shown.text(written) + takes);
        }
        try {
            int number = new BigDecimal(written).intValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException notWhole) {
            throw problem("is " + written + takes);
        }
        throw problem("is " + written + takes);
    }

    /** One of these words, in any case where {@code anyCase}; as it is in the list. */
    String oneOf(boolean anyCase, String... words) throws InvalidDocument {
        String text = text();
        for (String word : words) {
            if (anyCase ? word.equalsIgnoreCase(text) : word.equals(text)) {
                return word;
            }
        }
        throw problem("is " + Shown.quoted(text) + "; it takes " + String.join(", ", words));
    }

    private String inner(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private String kind() {
        if (value instanceof JsonPrimitive primitive) {
            return primitive.isString() ? Shown.quoted(primitive.getAsString()) : Shown.text(primitive.getAsString());
        }
        if (value instanceof JsonNull) {
            return "null";
        }
        return value instanceof JsonArray ? "a list" : "an object";
    }
}
