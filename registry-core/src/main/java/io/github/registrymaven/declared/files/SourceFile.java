package io.github.registrymaven.declared.files;

import io.github.registrymaven.declared.tree.Place;
import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param path the file itself, with no link in it
 * @param shown how people see it: with {@code /}, from the project's folder on
 * @param named whether it was given by its own name, and not found in a folder
 */
public record SourceFile(Path path, String shown, boolean named) {
    /** The last part of its name. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The end of its name, from the last dot on; empty where there is none. */
    public String ending() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(dot);
    }

    /** Its first line, for what concerns the file as a whole. */
    public Place start() {
        return new Place(shown, 1);
    }
}
