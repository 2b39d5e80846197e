package io.github.registrymaven.image;

import java.io.IOException;

/** A layer that is not compressed yet. */
public interface RawLayer {
    /** The digest of the uncompressed tar, as the config's {@code rootfs.diff_ids} has it. */
    String diffId();

    /** How much there is to take in, in bytes: the size of the uncompressed tar, or of what is compressed already. */
    long size();

    /** The layer as a registry gets it, compressed while it is read; the same bytes each time. The caller closes it. */
    PackedLayer pack() throws IOException;
}
