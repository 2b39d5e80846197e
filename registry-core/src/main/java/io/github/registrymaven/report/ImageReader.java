package io.github.registrymaven.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Stage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.RegistryKind;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one image of {@code preflight.json}: what another module of the build found out. */
final class ImageReader {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Verdict.class, named(Verdict::id, Verdict.values()))
            .registerTypeAdapter(Stage.class, named(Stage::id, Stage.values()))
            .registerTypeAdapter(Cause.class, named(Cause::id, Cause.values()))
            .registerTypeAdapter(RegistryKind.class, named(RegistryKind::id, RegistryKind.values()))
            .registerTypeAdapter(Instant.class, (JsonDeserializer<Instant>)
                    (json, type, context) -> Instant.parse(json.getAsString()))
            .create();

    private ImageReader() {}

    static ImageReport read(String json) {
        return GSON.fromJson(json, ImageReport.class);
    }

    private static <T> JsonDeserializer<T> named(Function<T, String> id, T[] values) {
        return (json, type, context) -> Stream.of(values)
                .filter(value -> id.apply(value).equals(json.getAsString()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(json.getAsString()));
    }
}
