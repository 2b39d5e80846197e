package io.github.registrymaven.push;

/**
 * What became of blobs.
 *
 * @param uploaded sent from here
 * @param mounted taken over from another repository of the registry
 * @param present there already
 */
public record BlobCount(int uploaded, int mounted, int present) {
    static final BlobCount NONE = new BlobCount(0, 0, 0);

    /** All of them. */
    public int total() {
        return uploaded + mounted + present;
    }

    BlobCount plus(BlobCount other) {
        return new BlobCount(uploaded + other.uploaded, mounted + other.mounted, present + other.present);
    }
}
