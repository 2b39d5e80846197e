package io.github.registrymaven.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new, empty file beside the one whose place it takes when it is whole. */
final class PartFile {
    private PartFile() {}

    /**
     * Not one of the JDK's temporary files: those only their owner may read, and a report is for whoever collects it; and they
     * are named by secure random numbers, which a build that starts has to wait for.
     */
    static Path of(Path folder, String name) throws IOException {
        return Files.createFile(folder.resolve(name + "." + Long.toHexString(System.nanoTime()) + ".part"));
    }
}
