package io.github.registrymaven.generate;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Generations for tests, and their whole text beside the one that was read and found good. */
final class Generations {
    static final SourceRepository GITHUB = new SourceRepository(Forge.GITHUB, "github.com", "acme/shop");
    static final SourceRepository GITLAB = new SourceRepository(Forge.GITLAB, "gitlab.example.com", "acme/shop");

    private Generations() {}

    static Generation generate(@Nullable SourceRepository source, String... images) {
        return generate(source, List.of(images));
    }

    static Generation generate(@Nullable SourceRepository source, List<String> images) {
        return Generator.generate(
                images.stream()
                        .map(text -> ((ParsedReference.Valid) ImageReference.parse(text)).reference())
                        .toList(),
                new Project("shop", source, "17"));
    }

    static String file(Generation generation, String path) {
        return generation.files().stream()
                .filter(file -> file.path().equals(path))
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not in " + paths(generation)));
    }

    static List<String> paths(Generation generation) {
        return generation.files().stream().map(GeneratedFile::path).toList();
    }

    static String all(Generation generation) {
        StringBuilder all = new StringBuilder();
        generation
                .files()
                .forEach(file -> all.append("=== ")
                        .append(file.path())
                        .append(": ")
                        .append(file.purpose())
                        .append('\n')
                        .append(file.content()));
        generation.notes().forEach(note -> all.append("--- ").append(note).append('\n'));
        return all.toString();
    }

    static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Generations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
