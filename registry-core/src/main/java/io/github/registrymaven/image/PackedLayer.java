package io.github.registrymaven.image;

import java.io.InputStream;

/** A layer that is compressed while it is read. Its end has been reached when {@code read} returned -1. */
public abstract class PackedLayer extends InputStream {
    /**
     * What was read, known at its end.
     *
     * @throws IllegalStateException before the end
     */
    public abstract Descriptor descriptor();

    /** How much of {@link RawLayer#size()} has been taken in so far, in bytes. */
    public abstract long consumed();
}
