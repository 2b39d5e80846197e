package io.github.registrymaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads an image as a push does. */
final class Reading {
    private Reading() {}

    /** Reads all of it, and asserts what holds of every image that was read to its end. */
    static void everything(ImageSource image) throws IOException {
        if (image instanceof UnpackedImage archive) {
            blob(archive.config());
            List<Descriptor> packed = new ArrayList<>();
            for (RawLayer layer : archive.layers()) {
                try (PackedLayer in = layer.pack()) {
                    byte[] bytes = in.readAllBytes();
                    assertThat(in.descriptor().digest()).isEqualTo(Samples.digest(bytes));
                    assertThat(in.descriptor().size()).isEqualTo(bytes.length);
                    assertThat(in.consumed()).isEqualTo(layer.size());
                    packed.add(in.descriptor());
                }
            }
            assertThat(archive.manifest(packed).bytes()).isNotEmpty();
        } else if (image instanceof FinishedImage layout) {
            for (Manifest manifest : layout.manifests()) {
                assertThat(manifest.descriptor().size()).isEqualTo(manifest.bytes().length);
                for (Blob blob : manifest.blobs()) {
                    blob(blob);
                }
            }
        }
    }

    private static void blob(Blob blob) throws IOException {
        try (InputStream in = blob.content().open()) {
            assertThat(in.readAllBytes()).hasSize((int) blob.descriptor().size());
        }
    }
}
