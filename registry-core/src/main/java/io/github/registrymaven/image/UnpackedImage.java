package io.github.registrymaven.image;

import java.util.List;

/** An image whose layers are still to be compressed: a docker-archive. Its digest is known when they are. */
public non-sealed interface UnpackedImage extends ImageSource {
    /** The image config; its digest is what docker calls the image's ID. */
    Blob config();

    /**
     * The layers to be pushed, lowest first; one that an image has twice is the same object twice. One that is to be fetched
     * from elsewhere ("foreign") is not among them, and the manifest names it all the same.
     */
    List<RawLayer> layers();

    /**
     * The manifest of the image with its layers compressed. It lists no blobs: they are the config and what was packed.
     *
     * @param layers a descriptor for each of {@link #layers()}, in that order
     */
    Manifest manifest(List<Descriptor> layers);
}
