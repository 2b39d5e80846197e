package io.github.registrymaven.image;

import java.util.List;

/** An image whose bytes are as a registry gets them: an OCI layout. Its digest is known before the push. */
public non-sealed interface FinishedImage extends ImageSource {
    /** All manifests, each after those that it names: the last one is what the tag will point to. */
    List<Manifest> manifests();

    /** What the tag will point to. */
    default Manifest root() {
        return manifests().get(manifests().size() - 1);
    }
}
