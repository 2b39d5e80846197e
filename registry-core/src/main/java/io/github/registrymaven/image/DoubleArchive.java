package io.github.registrymaven.image;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is a docker-archive and an OCI layout at once, as docker saves it since version 25, and buildx and containerd
 * do.
 */
final class DoubleArchive {
    private DoubleArchive() {}

    /**
     * Its OCI half, where that is what docker would push: with containerd's image store, of which docker pushes the one
     * platform that it has where others were never pulled. Null where the layers in it are not compressed, as docker's own
     * image store has them: docker compresses these when it pushes them. Null as well where it is not the image of the
     * other half: docker 25.0 leaves out of it all layers but those with URLs.
     */
    static @Nullable FinishedImage layout(Store store, Stored index, Stored manifest) throws IOException {
        SavedImage saved = SavedImage.of(manifest);
        try {
            FinishedImage layout =
                    saved == null ? LayoutReader.read(store, index) : new LayoutReader(store).readWhatHas(saved, index);
            return layout == null || isPlain(layout) ? null : layout;
        } catch (BrokenImage lacking) {
            if (lacking.why() == Cause.DIGEST_MISMATCH) {
                throw lacking;
            }
            return null;
        }
    }

    private static boolean isPlain(FinishedImage layout) {
        return layout.manifests().stream()
                .flatMap(manifest -> manifest.blobs().stream())
                .anyMatch(blob -> blob.descriptor().mediaType().endsWith(".tar"));
    }
}
