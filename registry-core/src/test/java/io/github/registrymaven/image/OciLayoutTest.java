package io.github.registrymaven.image;

import static io.github.registrymaven.image.Samples.OCI_INDEX;
import static io.github.registrymaven.image.Samples.OCI_LAYER;
import static io.github.registrymaven.image.Samples.OCI_MANIFEST;
import static io.github.registrymaven.image.Samples.digest;
import static io.github.registrymaven.image.Samples.gzip;
import static io.github.registrymaven.image.Samples.layer;
import static io.github.registrymaven.image.Tar.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.image.Samples.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images whose bytes are as a registry gets them. */
class OciLayoutTest {
    @TempDir
    private Path folder;

    private FinishedImage open(Layout layout) throws IOException {
        return (FinishedImage) ImageSource.open(layout.folder(folder.resolve("layout")));
    }

    private static byte[] read(Blob blob) throws IOException {
        try (InputStream in = blob.content().open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void keepsBytesAndDigestsAsTheyAre() throws IOException {
        Layout layout = new Layout();
        byte[] layer = gzip(layer("a"));
        byte[] manifest = Layout.manifest(
                layout.blob("application/vnd.oci.image.config.v1+json", utf8("{ }")), layout.blob(OCI_LAYER, layer));
        layout.root(layout.blob(OCI_MANIFEST, manifest));

        try (FinishedImage image = open(layout)) {
            assertThat(image.manifests()).hasSize(1);
            assertThat(image.root().bytes()).isEqualTo(manifest);
            assertThat(image.root().descriptor())
                    .isEqualTo(new Descriptor(OCI_MANIFEST, digest(manifest), manifest.length));
            assertThat(image.root().blobs()).hasSize(2);
            Blob last = image.root().blobs().get(1);
            assertThat(last.descriptor()).isEqualTo(new Descriptor(OCI_LAYER, digest(layer), layer.length));
            assertThat(last.content().size()).isEqualTo(layer.length);
            assertThat(read(last)).isEqualTo(layer);
            assertThat(read(last)).as("once more").isEqualTo(layer);
        }
    }

    @Test
    void isTheSameInATar() throws IOException {
        Layout layout = Samples.layout();
        Path tar = layout.tar().write(folder.resolve("image.zip"));

        try (FinishedImage packed = (FinishedImage) ImageSource.open(tar);
                FinishedImage image = open(layout)) {
            assertThat(packed.root().descriptor()).isEqualTo(image.root().descriptor());
            for (int at = 0; at < 2; at++) {
                assertThat(read(packed.root().blobs().get(at)))
                        .isEqualTo(read(image.root().blobs().get(at)));
            }
        }
    }

    @Test
    void takesAnIndexAsAWholeWithWhatItNamesFirst() throws IOException {
        Layout layout = new Layout();
        String shared = layout.blob(OCI_LAYER, gzip(layer("shared")));
        String arm = layout.image(shared, layout.blob(OCI_LAYER, gzip(layer("arm"))));
        String amd = layout.image(shared, layout.blob(OCI_LAYER, gzip(layer("amd"))));
        String windows = layout.image(shared);
        layout.root(layout.index(amd, layout.index(windows, amd), arm));

        try (FinishedImage image = open(layout)) {
            assertThat(image.manifests())
                    .extracting(each -> each.descriptor().mediaType())
                    .containsExactly(OCI_MANIFEST, OCI_MANIFEST, OCI_INDEX, OCI_MANIFEST, OCI_INDEX);
            assertThat(image.root().blobs()).isEmpty();
            assertThat(new String(image.root().bytes(), StandardCharsets.UTF_8))
                    .contains(image.manifests().get(3).descriptor().digest());
        }
    }

    @Test
    void takesSeveralNamesOfOneImageForOne() throws IOException {
        Layout layout = new Layout();
        String image = layout.image(layout.blob(OCI_LAYER, gzip(layer("a"))));
        String named = image.replaceFirst("}$", ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"1.0\"}}");
        layout.root(image, named);

        try (FinishedImage opened = open(layout)) {
            assertThat(opened.manifests()).hasSize(1);
        }
    }

    /** As ORAS writes them. */
    @Test
    void takesAnImageAndItsPlatformsBesideItForOne() throws IOException {
        Layout layout = new Layout();
        String arm = layout.image(layout.blob(OCI_LAYER, gzip(layer("arm"))));
        String amd = layout.image(layout.blob(OCI_LAYER, gzip(layer("amd"))));
        String index = layout.index(amd, arm);
        layout.root(amd, index, arm);

        try (FinishedImage image = open(layout)) {
            assertThat(index).contains(image.root().descriptor().digest());
            assertThat(image.manifests()).hasSize(3);
        }
    }

    @Test
    void pushesNoLayerThatIsToBeFetchedElsewhere() throws IOException {
        Layout layout = new Layout();
        String foreign = Layout.descriptor(
                "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
                utf8("not here"),
                "\"urls\":[\"https://example.com/base\"]");
        layout.root(layout.image(foreign, layout.blob(OCI_LAYER, gzip(layer("a")))));

        try (FinishedImage image = open(layout)) {
            assertThat(image.root().blobs())
                    .extracting(each -> each.descriptor().digest())
                    .hasSize(2)
                    .doesNotContain(digest(utf8("not here")));
            assertThat(new String(image.root().bytes(), StandardCharsets.UTF_8)).contains(foreign);
        }
    }

    @Test
    void verifiesDigestsOfSha512() throws Exception {
        byte[] manifest = Samples.layout().file("index.json");
        Layout layout = Samples.layout();
        String index = new String(manifest, StandardCharsets.UTF_8);
        String sha256 = index.replaceFirst("(?s).*\"(sha256:[^\"]*).*", "$1");
        byte[] bytes = layout.files.remove("blobs/" + sha256.replace(':', '/'));
        String sha512 = "sha512:"
                + ContentDigest.hex(MessageDigest.getInstance("SHA-512").digest(bytes));
        layout.files.put("blobs/" + sha512.replace(':', '/'), bytes);
        layout.files.put("index.json", utf8(index.replace(sha256, sha512)));

        try (FinishedImage image = open(layout)) {
            assertThat(image.root().descriptor().digest()).isEqualTo(sha512);
        }
    }

    @Test
    void followsALinkThatStaysInTheFolder() throws IOException {
        Path layout = Samples.layout().folder(folder.resolve("layout"));
        Files.move(layout.resolve("blobs"), layout.resolve("elsewhere"));
        Files.createSymbolicLink(layout.resolve("blobs"), Path.of("elsewhere"));

        try (ImageSource image = ImageSource.open(layout)) {
            assertThat(read(((FinishedImage) image).root().blobs().get(1))).isEqualTo(gzip(layer("hello")));
        }
    }

    /** An image as a platform of it is built and saved: its config is one. */
    private static String image(Layout layout, String config, String... layers) {
        return layout.blob(OCI_MANIFEST, Layout.manifest(layout.blob(Samples.OCI_CONFIG, utf8(config)), layers));
    }

    @Test
    void isPreferredInAnArchiveThatIsBoth() throws IOException {
        Layout layout = new Layout();
        String config = Samples.config(layer("a"));
        byte[] layer = gzip(layer("a"));
        String attestation = layout.image(layout.blob("application/vnd.in-toto+json", utf8("{}")));
        String index = layout.index(image(layout, config, layout.blob(OCI_LAYER, layer)), attestation);
        Tar both = layout.root(index).tar().file("manifest.json", Samples.savedBlobs(config, layer));

        try (ImageSource image = ImageSource.open(both.write(folder.resolve("app.tar")))) {
            assertThat(image)
                    .isInstanceOfSatisfying(
                            FinishedImage.class,
                            whole -> assertThat(index)
                                    .contains(whole.root().descriptor().digest()));
        }
    }

    @Test
    void isTheOnePlatformThatWasPulledInAnArchiveThatIsBoth() throws IOException {
        Layout layout = new Layout();
        String config = Samples.config(layer("a"));
        byte[] layer = gzip(layer("a"));
        String here = image(layout, config, layout.blob(OCI_LAYER, layer));
        String neverPulled = Layout.descriptor(OCI_MANIFEST, utf8("arm64"));
        Tar both = layout.root(layout.index(neverPulled, here))
                .tar()
                .file("manifest.json", Samples.savedBlobs(config, layer));

        try (FinishedImage image = (FinishedImage) ImageSource.open(both.write(folder.resolve("app.tar")))) {
            assertThat(here).contains(image.root().descriptor().digest());
            assertThat(image.manifests()).hasSize(1);
            assertThat(read(image.root().blobs().get(1))).isEqualTo(layer);
        }
    }

    @Test
    void isNotTakenFromAnArchiveThatIsBothButLacksBlobs() throws IOException {
        Layout layout = Samples.layout();
        String neverPulled = Layout.descriptor(OCI_MANIFEST, utf8("arm64"));
        Tar both = layout.root(layout.index(neverPulled))
                .tar()
                .file("config.json", Samples.config(layer("hello")))
                .file("manifest.json", Samples.saved(Samples.blob(gzip(layer("hello")))));

        try (ImageSource image = ImageSource.open(both.write(folder.resolve("app.tar")))) {
            assertThat(image)
                    .isInstanceOfSatisfying(
                            UnpackedImage.class,
                            archive -> assertThat(archive.layers()).hasSize(1));
        }
    }

    /** Docker 25.0 on Windows. */
    @Test
    void isNotTakenFromAnArchiveWhereItHasOnlyTheLayersWithUrls() throws IOException {
        Layout layout = new Layout();
        String config = Samples.config(layer("windows"), layer("app"));
        String foreign = Layout.descriptor(
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
                gzip(layer("windows")),
                "\"urls\":[\"https://example.com/base\"]");
        Tar both = layout.root(image(layout, config, foreign))
                .tar()
                .file(Samples.blob(layer("windows")), layer("windows"))
                .file(Samples.blob(layer("app")), layer("app"))
                .file("manifest.json", Samples.savedBlobs(config, layer("windows"), layer("app")));

        try (ImageSource image = ImageSource.open(both.write(folder.resolve("app.tar")))) {
            assertThat(image)
                    .isInstanceOfSatisfying(
                            UnpackedImage.class,
                            archive -> assertThat(archive.layers()).hasSize(2));
        }
    }

    @Test
    void isNotTakenFromAnArchiveWhoseLayersDockerWouldCompress() throws IOException {
        Layout layout = new Layout();
        String config = Samples.config(layer("a"));
        Tar both = layout.root(image(layout, config, layout.blob("application/vnd.oci.image.layer.v1.tar", layer("a"))))
                .tar()
                .file("manifest.json", Samples.savedBlobs(config, layer("a")));

        try (ImageSource image = ImageSource.open(both.write(folder.resolve("app.tar")))) {
            assertThat(image).isInstanceOf(UnpackedImage.class);
        }
    }

    @Test
    void isTakenWhereAManifestOfSomethingElseLiesBesideIt() throws IOException {
        Layout layout = Samples.layout();
        layout.files.put("manifest.json", utf8("{\"name\":\"a web app\"}"));

        try (FinishedImage image = open(layout)) {
            assertThat(image.manifests()).hasSize(1);
        }
    }

    @Test
    void keepsLayersThatAreNotCompressedWhereThereIsNothingElse() throws IOException {
        Layout layout = new Layout();
        layout.root(layout.image(layout.blob("application/vnd.oci.image.layer.v1.tar", layer("a"))));

        try (FinishedImage image = open(layout)) {
            assertThat(read(image.root().blobs().get(1))).isEqualTo(layer("a"));
        }
    }

    @Test
    void readsNoLayerToBeOpened() throws IOException {
        Layout layout = Samples.layout();
        String blob = "blobs/" + digest(gzip(layer("hello"))).replace(':', '/');
        int size = layout.file(blob).length;
        layout.files.put(blob, new byte[size]);

        try (FinishedImage image = open(layout)) {
            assertThat(List.copyOf(image.root().blobs())).hasSize(2);
        }
    }
}
