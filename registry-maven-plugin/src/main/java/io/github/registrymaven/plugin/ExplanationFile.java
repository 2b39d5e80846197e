package io.github.registrymaven.plugin;

import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.report.ExplanationsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code explanations.json}, written as explanations come, and there only when it is whole. */
final class ExplanationFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final Writer writer;
    private final ExplanationsJson json;

    ExplanationFile(Path folder) throws IOException {
        this.target = folder.resolve("explanations.json");
        this.part = Files.createTempFile(folder, "explanations.json", ".part");
        this.writer = Files.newBufferedWriter(part);
        this.json = new ExplanationsJson(writer);
    }

    void add(Explanation explanation) {
        try {
            json.add(explanation);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void finish() throws IOException {
        json.close();
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(part);
    }
}
