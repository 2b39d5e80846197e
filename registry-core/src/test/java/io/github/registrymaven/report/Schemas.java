package io.github.registrymaven.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** Schemas that files for tools are held against: our own in {@code docs/schemas}, and the standard's. */
final class Schemas {
    private static final String OURS = "https://registry-maven.invalid/";

    private Schemas() {}

    /** What is wrong with a file of ours. */
    static Set<ValidationMessage> breaches(String schema, String json) {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.add(location -> () -> {
                    String name = location.toString().replace(OURS, "");
                    return Files.newInputStream(Path.of("..", "docs", "schemas", name));
                })));
        return factory.getSchema(SchemaLocation.of(OURS + schema)).validate(json, InputFormat.JSON);
    }

    /** What is wrong with a file by SARIF 2.1.0. */
    static Set<ValidationMessage> breachesOfSarif(String json) {
        try (var schema =
                Objects.requireNonNull(Schemas.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            JsonSchema sarif = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            return sarif.validate(json, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
