package io.github.registrymaven.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Identity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** What every file that tools read has in common: schema version 1, and how tools, people and remedies are written. */
final class Contract {
    private static final int SCHEMA_VERSION = 1;

    private Contract() {}

    /** A whole file. */
    static <T> String file(String tool, String version, T report, JsonFields.Body<T> body) {
        return object(report, (fields, it) -> {
                    fields.field("schemaVersion", SCHEMA_VERSION)
                            .field(
                                    "tool",
                                    tool,
                                    (named, name) -> named.field("name", name).field("version", version));
                    body.write(fields, it);
                })
                + "\n";
    }

    /** One object. */
    static <T> String object(T value, JsonFields.Body<T> body) {
        return written(out -> new JsonFields(out).object(value, body));
    }

    /** A file that is a list of objects. */
    static <T> String list(List<T> values, JsonFields.Body<T> body) {
        return array(values, body) + "\n";
    }

    private interface Content {
        void write(JsonWriter out) throws IOException;
    }

    private static String written(Content content) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(FormattingStyle.PRETTY);
            content.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    /** An array of objects. */
    static <T> String array(List<T> values, JsonFields.Body<T> body) {
        return written(out -> new JsonFields(out).array(values, body));
    }

    static void identity(JsonFields fields, Identity identity) throws IOException {
        Instant expires = identity.expires();
        fields.field("name", identity.name())
                .field("origin", identity.origin())
                .field("expires", expires == null ? null : expires.toString());
    }

    static void remedy(JsonFields fields, Remedy remedy) throws IOException {
        fields.field("title", remedy.title())
                .texts("commands", remedy.commands())
                .fields(
                        "files",
                        remedy.files(),
                        (file, it) -> file.field("name", it.name()).field("content", it.content()));
    }
}
