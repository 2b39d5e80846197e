package io.github.registrymaven.image;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read as often as needed: a file, or a part of one. Thread-safe; each stream is for one thread. */
public interface Content {
    /** In bytes. */
    long size();

    /**
     * The bytes from the first one on. The caller closes the stream.
     *
     * @throws BrokenImage here or while reading, if the file is not what it was taken for
     */
    InputStream open() throws IOException;
}
