package io.github.registrymaven.plugin;

import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.report.ExplanationsJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * {@code explanations.json}, written as explanations come, and there only when it is whole. An explanation is worth more than its
 * file: where that cannot be written, it is said at the end.
 */
final class ExplanationFile implements AutoCloseable {
    static final String NAME = "explanations.json";

    private final Path target;
    private final Writer writer;
    private final ExplanationsJson json;
    private @Nullable Path part;
    private @Nullable IOException unwritable;

    ExplanationFile(Path folder) throws IOException {
        this.target = folder.resolve(NAME);
        this.writer = open(folder);
        this.json = new ExplanationsJson(writer);
    }

    private Writer open(Path folder) {
        try {
            Files.createDirectories(folder);
            part = PartFile.of(folder, NAME);
            return Files.newBufferedWriter(part);
        } catch (IOException reason) {
            unwritable = reason;
            return Writer.nullWriter();
        }
    }

    void add(Explanation explanation) {
        try {
            json.add(explanation);
        } catch (IOException reason) {
            unwritable = reason;
        }
    }

    /**
     * Puts the file in its place.
     *
     * @throws IOException why it, or a part of it, cannot be written
     */
    void finish() throws IOException {
        if (unwritable != null) {
            throw unwritable;
        }
        json.close();
        if (part != null) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() throws IOException {
        writer.close();
        if (part != null) {
            Files.deleteIfExists(part);
        }
    }
}
