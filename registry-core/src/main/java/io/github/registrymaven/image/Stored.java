package io.github.registrymaven.image;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A file of an image, as it lies there: a file of its own, or a part of an archive.
 *
 * @param place where that is, for messages: path, and entry with its offset
 */
record Stored(Path file, long offset, long size, String place) implements Content {
    @Override
    public InputStream open() throws IOException {
        try {
            return new SliceStream(this);
        } catch (FileNotFoundException denied) {
            throw BrokenImage.missing(place, " cannot be read: " + denied.getMessage());
        }
    }

    /** All of it, where it is small. */
    byte[] bytes(int most) throws IOException {
        if (size > most) {
            throw BrokenImage.invalid(
                    place,
                    " has " + size + " bytes, and what describes an image has at most " + most + " in a registry");
        }
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }
}
