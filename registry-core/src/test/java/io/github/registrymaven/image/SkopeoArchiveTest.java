package io.github.registrymaven.image;

import static io.github.registrymaven.image.Samples.OCI_LAYER;
import static io.github.registrymaven.image.Samples.gzip;
import static io.github.registrymaven.image.Samples.layer;
import static io.github.registrymaven.image.Tar.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.image.Samples.Layout;
import io.github.registrymaven.testkit.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as skopeo writes them are read, and what is packed of them is an image to skopeo. */
class SkopeoArchiveTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsSkopeo() {
        String missing = Programs.missing("skopeo");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
    }

    private static void skopeo(String from, String to) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("skopeo", "--insecure-policy", "copy", from, to)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** An image of three layers, one of them twice. */
    private Path image() throws IOException {
        Layout layout = new Layout();
        byte[] big = new Tar().file("big", Samples.random(700_000)).bytes();
        String config = layout.blob(Samples.OCI_CONFIG, utf8(Samples.config(layer("a"), big, layer("a"))));
        String twice = layout.blob(OCI_LAYER, gzip(layer("a")));
        String once = layout.blob(OCI_LAYER, gzip(big));
        layout.root(layout.blob(Samples.OCI_MANIFEST, Layout.manifest(config, twice, once, twice)));
        return layout.folder(folder.resolve("image"));
    }

    @Test
    void anOciArchiveIsTheSameImage() throws Exception {
        Path image = image();
        skopeo("oci:" + image, "oci-archive:" + folder.resolve("app.tar"));

        try (FinishedImage archive = (FinishedImage) ImageSource.open(folder.resolve("app.tar"));
                FinishedImage layout = (FinishedImage) ImageSource.open(image)) {
            assertThat(archive.root().descriptor()).isEqualTo(layout.root().descriptor());
            Reading.everything(archive);
        }
    }

    @Test
    void aDockerArchiveIsAnImageOnceItIsPacked() throws Exception {
        skopeo("oci:" + image(), "docker-archive:" + folder.resolve("app.tar") + ":team/app:1.0");
        Path packed = Files.createDirectory(folder.resolve("packed"));

        try (UnpackedImage archive = (UnpackedImage) ImageSource.open(folder.resolve("app.tar"))) {
            assertThat(archive.layers()).hasSize(3);
            List<Descriptor> layers = new ArrayList<>();
            for (RawLayer layer : archive.layers()) {
                layers.add(write(layer, packed));
            }
            Manifest manifest = archive.manifest(layers);
            Files.write(packed.resolve("manifest.json"), manifest.bytes());
            Files.writeString(packed.resolve("version"), "Directory Transport Version: 1.1\n");
            try (InputStream config = archive.config().content().open()) {
                Files.copy(config, packed.resolve(hex(archive.config().descriptor())));
            }
        }

        // skopeo verifies every digest, and every layer's diff_id as it has to expand them.
        skopeo("dir:" + packed, "docker-archive:" + folder.resolve("again.tar"));
        try (UnpackedImage again = (UnpackedImage) ImageSource.open(folder.resolve("again.tar"))) {
            Reading.everything(again);
        }
    }

    private static Descriptor write(RawLayer layer, Path to) throws IOException {
        try (PackedLayer in = layer.pack()) {
            byte[] bytes = in.readAllBytes();
            Files.write(to.resolve(hex(in.descriptor())), bytes);
            return in.descriptor();
        }
    }

    private static String hex(Descriptor descriptor) {
        return descriptor.digest().replace("sha256:", "");
    }
}
