package io.github.registrymaven.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Programs that tests use where they are installed. */
public final class Programs {
    private Programs() {}

    /** Why a test that needs a program is skipped; null where the program is on the path. */
    public static @Nullable String missing(String program) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return null;
            }
        }
        return program + " is not on the PATH, so what it would do is not compared";
    }
}
