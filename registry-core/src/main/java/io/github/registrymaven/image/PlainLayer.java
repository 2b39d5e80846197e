package io.github.registrymaven.image;

import java.io.IOException;

/** A layer that lies in its archive as a plain tar. */
record PlainLayer(Stored stored, ContentDigest digest, Packing packing) implements RawLayer {
    @Override
    public String diffId() {
        return digest.toString();
    }

    @Override
    public long size() {
        return stored.size();
    }

    @Override
    public PackedLayer pack() throws IOException {
        return new PackingStream(stored, digest, packing);
    }
}
