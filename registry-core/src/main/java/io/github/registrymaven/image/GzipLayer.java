package io.github.registrymaven.image;

import java.io.IOException;

/**
 * A layer that lies in its archive compressed, as Jib and others write it: it is pushed as it is. It is expanded beside that,
 * for {@code rootfs.diff_ids} has nothing but the digest of the uncompressed tar to verify it by.
 */
record GzipLayer(Stored stored, ContentDigest digest, Packing packing) implements RawLayer {
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
        return new GzippedStream(stored, digest, packing);
    }
}
