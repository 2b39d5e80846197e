package io.github.registrymaven.jib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What an earlier build, or one that failed, left: nobody may take it for the image. */
final class Leftovers {
    private Leftovers() {}

    static void remove(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } else {
            Files.deleteIfExists(path);
        }
    }

    /** Where something else has failed already, and that is what is told. */
    static void removeQuietly(Path path) {
        try {
            remove(path);
        } catch (IOException stillThere) {
            // The build fails for the other reason, so nobody goes on to push this.
        }
    }
}
