package io.github.registrymaven.oci;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A blob to be pushed. It may be opened several times, one after the other, and gives the same bytes each time. */
public interface BlobSource {
    /** {@code sha256:…}; null until it is known, which is at the latest when an opened stream was read to its end. */
    @Nullable
    String digest();

    /** In bytes, or {@link io.github.registrymaven.network.RequestBody#UNKNOWN}. */
    long size();

    /** The bytes from the first one on; the caller closes the stream. */
    InputStream open() throws IOException;
}
