package io.github.registrymaven.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects field by field; what is not known is left out. By hand, as every check writes its report: to look at the
 * records instead costs Gson 100 classes, which a build would feel.
 */
final class JsonFields {
    private final JsonWriter out;

    JsonFields(JsonWriter out) {
        this.out = out;
    }

    /** Writes one object. */
    interface Body<T> {
        void write(JsonFields fields, T value) throws IOException;
    }

    <T> void object(T value, Body<T> body) throws IOException {
        out.beginObject();
        body.write(this, value);
        out.endObject();
    }

    <T> void array(List<T> values, Body<T> body) throws IOException {
        out.beginArray();
        for (T value : values) {
            object(value, body);
        }
        out.endArray();
    }

    <T> JsonFields field(String name, @Nullable T value, Body<T> body) throws IOException {
        if (value != null) {
            out.name(name);
            object(value, body);
        }
        return this;
    }

    JsonFields field(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.name(name).value(value);
        }
        return this;
    }

    JsonFields field(String name, @Nullable Boolean value) throws IOException {
        if (value != null) {
            out.name(name).value(value);
        }
        return this;
    }

    JsonFields field(String name, @Nullable Number value) throws IOException {
        if (value != null) {
            out.name(name).value(value);
        }
        return this;
    }

    JsonFields field(String name, long value) throws IOException {
        out.name(name).value(value);
        return this;
    }

    <T> JsonFields fields(String name, List<T> values, Body<T> body) throws IOException {
        out.name(name);
        array(values, body);
        return this;
    }

    JsonFields texts(String name, List<String> values) throws IOException {
        out.name(name).beginArray();
        for (String value : values) {
            out.value(value);
        }
        out.endArray();
        return this;
    }
}
