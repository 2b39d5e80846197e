package io.github.registrymaven.image;

import java.util.List;

/** An image in an OCI layout (OCI image spec, "Image Layout"). No file stays open. */
record OciLayout(List<Manifest> manifests) implements FinishedImage {
    OciLayout {
        manifests = List.copyOf(manifests);
    }

    @Override
    public void close() {}
}
