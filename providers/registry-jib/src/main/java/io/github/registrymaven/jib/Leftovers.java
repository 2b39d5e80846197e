package io.github.registrymaven.jib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What an earlier build left, or one that failed or was interrupted: nobody may take it for the image. */
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

    /** Where it is no harm if it stays: nobody looks for it under that name. */
    static void removeQuietly(Path path) {
        try {
            remove(path);
        } catch (IOException stillThere) {
            // The next build tries again.
        }
    }
}
