package io.github.registrymaven.image;

import java.io.IOException;
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

    /** One byte, by way of the other {@code read}, which each kind of layer has its own of. */
    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] to, int from, int most) throws IOException;
}
