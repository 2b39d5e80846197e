package io.github.registrymaven.image;

import static io.github.registrymaven.image.Samples.gzip;
import static io.github.registrymaven.image.Samples.layer;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzz test's seeds, and whatever input once broke it, tried without Jazzer; and sound archives, spoilt. */
class OpeningSeedsTest {
    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedIsAnImageOrRefused(Path seed) throws IOException {
        OpeningClaims.hold(Files.readAllBytes(seed));
    }

    /** Where Jazzer looks for seeds, and where it leaves its findings. */
    static List<Path> seeds() throws IOException, URISyntaxException {
        var folder = OpeningFuzzTest.class.getResource("OpeningFuzzTestInputs/anyBytesAreAnImageOrRefused");
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aSoundArchiveCutAnywhereIsRefused() throws IOException {
        byte[] tar = Samples.dockerArchive(layer("a")).bytes();

        for (int length = 0; length < tar.length; length += 100) {
            OpeningClaims.hold(Arrays.copyOf(tar, length));
        }
    }

    @Test
    void aSoundArchiveWithAnyByteChangedIsAnImageOrRefused() throws IOException {
        List<byte[]> sound = List.of(
                Samples.dockerArchive(layer("a"), layer("b")).bytes(),
                Samples.layout().tar().bytes(),
                new Tar()
                        .file("config.json", Samples.config(layer("a")))
                        .pax("path=a.tar.gz")
                        .file("x", gzip(layer("a")))
                        .file("manifest.json", Samples.saved("a.tar.gz"))
                        .bytes());
        // The same spoilt archives in each build.
        Random where = new Random(7);

        for (byte[] tar : sound) {
            for (int turn = 0; turn < 100; turn++) {
                byte[] spoilt = tar.clone();
                spoilt[where.nextInt(tar.length)] = (byte) where.nextInt();
                OpeningClaims.hold(spoilt);
            }
        }
    }
}
