package io.github.registrymaven.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** {@code explanations.json}: an array, written one by one as they come, so that any number of logs fits. */
public final class ExplanationsJson implements AutoCloseable {
    private final JsonWriter out;

    /** Begins the file. */
    public ExplanationsJson(Writer target) throws IOException {
        this.out = new JsonWriter(target);
        out.setFormattingStyle(FormattingStyle.PRETTY);
        out.beginArray();
    }

    /** The next one; its fields in the order of the contract. */
    public void add(Explanation explanation) throws IOException {
        new JsonFields(out)
                .object(
                        explanation,
                        (fields, it) -> fields.field("source", it.source())
                                .field("cause", it.cause().id())
                                .field("confidence", it.confidence().id())
                                .texts(
                                        "alternatives",
                                        it.alternatives().stream()
                                                .map(Cause::id)
                                                .toList())
                                .field("matched", it.matched())
                                .field("facts", it.facts(), ExplanationsJson::facts)
                                .field("summary", it.summary())
                                .fields("remedies", it.remedies(), Contract::remedy));
    }

    private static void facts(JsonFields fields, Map<String, String> facts) throws IOException {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            fields.field(fact.getKey(), fact.getValue());
        }
    }

    /** Ends the array and closes the target. */
    @Override
    public void close() throws IOException {
        out.endArray();
        out.close();
    }
}
