package io.github.registrymaven.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.RegistryKind;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/** How values are written in every file that tools read: by the names of the contract, absent where they are not known. */
final class Contract {
    private Contract() {}

    /** Who wrote a file. */
    record Tool(String name, String version) {}

    static Gson gson() {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .registerTypeAdapter(Verdict.class, named(Verdict::id, Verdict.values()))
                .registerTypeAdapter(Stage.class, named(Stage::id, Stage.values()))
                .registerTypeAdapter(Cause.class, named(Cause::id, Cause.values()))
                .registerTypeAdapter(RegistryKind.class, named(RegistryKind::id, RegistryKind.values()))
                .registerTypeAdapter(Instant.class, new Text<>(Instant::toString, Instant::parse))
                .create();
    }

    private static <T> TypeAdapter<T> named(Function<T, String> id, T[] values) {
        return new Text<>(
                id,
                text -> Stream.of(values)
                        .filter(value -> id.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /** A value that is one string. */
    private static final class Text<T> extends TypeAdapter<T> {
        private final Function<T, String> writer;
        private final Function<String, T> reader;

        Text(Function<T, String> writer, Function<String, T> reader) {
            this.writer = writer;
            this.reader = reader;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            // Gson hands over null for an absent component; nullValue() leaves the name out.
            if (value == null) {
                out.nullValue();
            } else {
                out.value(writer.apply(value));
            }
        }

        @Override
        public T read(JsonReader in) throws IOException {
            return reader.apply(in.nextString());
        }
    }
}
