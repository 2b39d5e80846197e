package io.github.registrymaven.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An image at hand, opened: its index is read, its layers are not. Nothing is extracted or copied to disk. Thread-safe;
 * closing it closes its files.
 */
public sealed interface ImageSource extends Closeable permits FinishedImage, UnpackedImage {
    /**
     * Opens a docker-archive (a tar), or an OCI layout (a folder or a tar), told apart by what is in it.
     *
     * @throws BrokenImage if it is none of these, or not a sound one
     */
    static ImageSource open(Path source) throws IOException {
        return Opening.open(source);
    }
}
