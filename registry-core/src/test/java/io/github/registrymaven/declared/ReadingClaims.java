package io.github.registrymaven.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What reading promises for any bytes at all. */
final class ReadingClaims {
    private ReadingClaims() {}

    /** The bytes, as a file of that name, are read, and what is wrong with them is said in a line with a place in that file. */
    static void hold(String name, byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("any");
        Path file = folder.resolve(name);
        try {
            Files.write(file, bytes);
            Declared declared = new DeclaredSources(folder).read(List.of(folder));

            assertThat(declared.problems()).allSatisfy(problem -> {
                assertThat(problem.at().file()).isIn(name, ".");
                assertThat(problem.at().line()).isPositive();
                assertThat(problem.message()).isNotBlank().doesNotContain("\n");
            });
            assertThat(declared.states()).doesNotContainNull();
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    /** Where Jazzer looks for a fuzz test's seeds, and where it leaves its findings. */
    static List<Path> seeds(Class<?> test) throws IOException {
        String folder = test.getSimpleName() + "Inputs/anyTextIsReadOrAProblem";
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(test.getResource(folder)).getPath()))) {
            return files.sorted().toList();
        }
    }
}
