package io.github.registrymaven.image;

import java.util.List;

/**
 * An image manifest or an index, in the bytes that a registry gets.
 *
 * @param blobs what a registry must have before it takes the manifest; none for an index, and no layer that its {@code urls}
 *     say to fetch from elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record Manifest(Descriptor descriptor, byte[] bytes, List<Blob> blobs) {
    public Manifest {
        blobs = List.copyOf(blobs);
    }
}
