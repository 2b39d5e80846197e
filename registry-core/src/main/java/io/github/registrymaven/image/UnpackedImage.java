package io.github.registrymaven.image;

import java.util.List;

/** An image whose layers are still to be compressed: a docker-archive. Its digest is known when they are. */
public non-sealed interface UnpackedImage extends ImageSource {
    /** The image config; its digest is what docker calls the image's ID. */
    Blob config();

    /** The layers, lowest first. */
    List<RawLayer> layers();

    /**
     * The manifest of the image with its layers compressed.
     *
     * @param layers a descriptor for each of {@link #layers()}, in that order
     */
    Manifest manifest(List<Descriptor> layers);
}
