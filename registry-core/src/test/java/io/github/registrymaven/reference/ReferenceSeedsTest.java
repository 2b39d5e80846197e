package io.github.registrymaven.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzz test's seeds, and whatever input once broke it, tried without Jazzer. */
class ReferenceSeedsTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedIsReadOrExplained(Path seed) throws IOException {
        ReferenceClaims.hold(new String(Files.readAllBytes(seed), UTF_8));
    }

    /** Where Jazzer looks for seeds, and where it leaves its findings. */
    static List<Path> seeds() throws IOException, URISyntaxException {
        var folder = ReferenceFuzzTest.class.getResource("ReferenceFuzzTestInputs/anyTextIsReadOrExplained");
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
            return files.sorted().toList();
        }
    }
}
