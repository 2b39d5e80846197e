package io.github.registrymaven.image;

import static io.github.registrymaven.diagnosis.Cause.DIGEST_MISMATCH;
import static io.github.registrymaven.diagnosis.Cause.LOCAL_IMAGE_MISSING;
import static io.github.registrymaven.diagnosis.Cause.MANIFEST_INVALID;
import static io.github.registrymaven.image.Samples.OCI_INDEX;
import static io.github.registrymaven.image.Samples.OCI_LAYER;
import static io.github.registrymaven.image.Samples.OCI_MANIFEST;
import static io.github.registrymaven.image.Samples.digest;
import static io.github.registrymaven.image.Samples.gzip;
import static io.github.registrymaven.image.Samples.layer;
import static io.github.registrymaven.image.Tar.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.image.Samples.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OCI layouts that are none, lack something or are not what they say. */
class BrokenLayoutTest {
    @TempDir
    private Path folder;

    private static final String LAYER = "blobs/" + layerDigest().replace(':', '/');

    private static String layerDigest() {
        try {
            return digest(gzip(layer("hello")));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void refuses(Layout layout, Cause cause, String... parts) throws IOException {
        refuses(layout.folder(folder.resolve("layout")), cause, parts);
    }

    private static void refuses(Path layout, Cause cause, String... parts) {
        BrokenImage broken = catchThrowableOfType(BrokenImage.class, () -> {
            try (ImageSource image = ImageSource.open(layout)) {
                Reading.everything(image);
            }
        });
        assertThat(broken).isNotNull();
        assertThat(broken).hasMessageStartingWith(layout.toString()).hasMessageContainingAll(parts);
        assertThat(broken.why()).isEqualTo(cause);
    }

    @Test
    void aFolderThatIsNone() throws IOException {
        refuses(
                Files.createDirectory(folder.resolve("empty")),
                LOCAL_IMAGE_MISSING,
                "is no image: it has neither index.json (an OCI layout) nor manifest.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"manifests\":[]}", "{\"manifests\":null}"})
    void anIndexThatNamesNoImage(String index) throws IOException {
        Layout layout = new Layout();
        layout.files.put("index.json", utf8(index));

        refuses(layout, MANIFEST_INVALID, "index.json names no image");
    }

    @Test
    void anIndexThatIsNotJson() throws IOException {
        Layout layout = new Layout();
        layout.files.put("index.json", utf8("{\n  \"manifests\": }"));

        refuses(layout, MANIFEST_INVALID, "index.json is not JSON (line 2, column 16)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "{}",
                "{\"mediaType\":\"a/b\",\"digest\":\"sha256:../../../etc/passwd\",\"size\":1}",
                "{\"mediaType\":\"a/b\\r\\nX: y\",\"digest\":\"DIGEST\",\"size\":1}",
                "{\"digest\":\"DIGEST\",\"size\":1}",
                "{\"mediaType\":\"a/b\",\"digest\":\"DIGEST\"}",
                "{\"mediaType\":\"a/b\",\"digest\":\"DIGEST\",\"size\":-1}",
                "{\"mediaType\":\"a/b\",\"digest\":\"DIGEST\",\"size\":1e999999999}",
                "{\"mediaType\":\"a/b\",\"digest\":\"DIGEST\",\"size\":\"1\"}"
            })
    void anEntryThatIsNoDescriptor(String entry) throws IOException {
        Layout layout = new Layout().root(entry.replace("DIGEST", layerDigest()));

        refuses(layout, MANIFEST_INVALID, "index.json: an entry of manifests ");
    }

    @Test
    void severalImagesWithTheirNames() throws IOException {
        Layout layout = new Layout();
        String named = Layout.descriptor(
                OCI_MANIFEST, utf8("a"), "\"annotations\":{\"org.opencontainers.image.ref.name\":\"1.0\"}");
        layout.root(named, Layout.descriptor(OCI_MANIFEST, utf8("b")));

        refuses(
                layout,
                MANIFEST_INVALID,
                "names 2 images",
                "1.0 (" + digest(utf8("a")) + "), " + digest(utf8("b")),
                "platforms of one image go into an index below it",
                "skopeo copy --all 'oci:" + folder.resolve("layout") + ":1.0' oci:image");
    }

    @Test
    void aPlatformThatHasANameOfItsOwnBesideItsImage() throws IOException {
        Layout layout = new Layout();
        String platform = layout.image(layout.blob(OCI_LAYER, gzip(layer("a"))));
        String named =
                platform.replaceFirst("}$", ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"1.0-amd64\"}}");
        layout.root(layout.index(platform), named);

        refuses(layout, MANIFEST_INVALID, "names 2 images", "1.0-amd64 (sha256:");
    }

    @Test
    void anImageAndItsSignature() throws IOException {
        Layout layout = new Layout();
        String image = layout.image(layout.blob(OCI_LAYER, gzip(layer("a"))));
        String signature = layout.blob(
                OCI_MANIFEST,
                utf8(new String(
                                Layout.manifest(
                                        layout.blob("application/vnd.oci.empty.v1+json", utf8("{}")),
                                        layout.blob("application/jose+json", utf8("{\"payload\":\"\"}"))),
                                StandardCharsets.UTF_8)
                        .replaceFirst("}$", ",\"subject\":" + image + "}")));

        refuses(layout.root(image, signature), MANIFEST_INVALID, "names 2 images");
    }

    @Test
    void anIndexOfNothing() throws IOException {
        Layout layout = new Layout();
        layout.root(layout.index());

        refuses(layout, MANIFEST_INVALID, "is an index that names no image");
    }

    @Test
    void whatSkopeoCallsADirectory() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("dir"));
        Files.write(directory.resolve("manifest.json"), Layout.manifest("{}", "{}"));

        refuses(directory, MANIFEST_INVALID, "skopeo copy --all 'dir:" + directory + "' oci:image");
    }

    @Test
    void anExtractedArchiveWithALayerOutsideOfTheFolder() throws IOException {
        Files.write(folder.resolve("secret"), layer("a"));
        Path extracted = Files.createDirectory(folder.resolve("extracted"));
        Files.write(extracted.resolve("config.json"), utf8(Samples.config(layer("a"))));
        for (String layer : new String[] {"../secret", folder.resolve("secret").toString()}) {
            Files.write(extracted.resolve("manifest.json"), utf8(Samples.saved(layer)));

            refuses(extracted, MANIFEST_INVALID, "names " + layer, "which lies outside of the folder");
        }
    }

    @Test
    void anEntryThatIsNotThere() throws IOException {
        Layout layout = new Layout().root(Layout.descriptor(OCI_MANIFEST, utf8("gone")));

        refuses(layout, LOCAL_IMAGE_MISSING, "index.json names " + digest(utf8("gone")), "is not there");
    }

    @Test
    void aLayerThatIsNotThere() throws IOException {
        Layout layout = Samples.layout();
        layout.files.remove(LAYER);

        refuses(layout, LOCAL_IMAGE_MISSING, "names " + layerDigest() + ", and " + LAYER + " is not there");
    }

    @Test
    void aPlatformThatIsNotThere() throws IOException {
        Layout layout = new Layout();
        String here = layout.image(layout.blob(OCI_LAYER, gzip(layer("a"))));
        layout.root(layout.index(here, Layout.descriptor(OCI_MANIFEST, utf8("arm64"))));

        refuses(layout, LOCAL_IMAGE_MISSING, "names " + digest(utf8("arm64")));
    }

    @Test
    void aManifestThatWasChanged() throws IOException {
        Layout layout = new Layout();
        byte[] manifest = utf8("{\"layers\":[]}");
        layout.root(layout.blob(OCI_MANIFEST, manifest));
        layout.files.put("blobs/" + digest(manifest).replace(':', '/'), utf8("{\"layers\":[ }"));

        refuses(layout, DIGEST_MISMATCH, "does not have the digest " + digest(manifest));
    }

    @Test
    void aLayerThatWasChanged() throws IOException {
        Layout layout = Samples.layout();
        layout.file(LAYER)[20]++;

        refuses(layout, DIGEST_MISMATCH, LAYER, "does not have the digest " + layerDigest());
    }

    @Test
    void aChangedLayerBeforeItsLastByteIsHandedOut() throws IOException {
        Layout layout = Samples.layout();
        byte[] bytes = layout.file(LAYER);
        bytes[20]++;

        try (FinishedImage image = (FinishedImage) ImageSource.open(layout.folder(folder.resolve("layout")));
                InputStream in = image.root().blobs().get(1).content().open()) {
            assertThat(in.readNBytes(bytes.length - 1)).hasSize(bytes.length - 1);
            assertThatThrownBy(in::read).isInstanceOf(BrokenImage.class);
            assertThatThrownBy(in::read).isInstanceOf(BrokenImage.class);
        }
    }

    @Test
    void aLayerOfAnotherSize() throws IOException {
        Layout layout = Samples.layout();
        int size = layout.file(LAYER).length;
        layout.files.put(LAYER, new byte[size - 1]);

        refuses(layout, DIGEST_MISMATCH, LAYER + " has " + (size - 1) + " bytes, and should have " + size);
    }

    @Test
    void aLayerThatIsCutShortAfterItWasOpened() throws IOException {
        Path layout = Samples.layout().folder(folder.resolve("layout"));

        try (FinishedImage image = (FinishedImage) ImageSource.open(layout)) {
            Files.write(layout.resolve(LAYER), new byte[10]);
            assertThatThrownBy(() -> Reading.everything(image))
                    .isInstanceOf(BrokenImage.class)
                    .hasMessageContaining("cut short after it was opened");
        }
    }

    @Test
    void anIndexThatNamesItself() throws IOException {
        Layout layout = new Layout();
        byte[] index = utf8("{\"manifests\":[" + Layout.descriptor(OCI_INDEX, utf8("x")) + "]}");
        String self = layout.blob(OCI_INDEX, index);
        // No index can have its own digest in it, so that this one has another than it is found by.
        String circle = new String(index, StandardCharsets.UTF_8)
                .replace(digest(utf8("x")), digest(index))
                .replace("\"size\":1}", "\"size\":" + index.length + "}");
        layout.files.put("blobs/" + digest(index).replace(':', '/'), utf8(circle));
        layout.root(self.replace("\"size\":" + index.length, "\"size\":" + circle.length()));

        refuses(layout, DIGEST_MISMATCH, "does not have the digest " + digest(index));
    }

    @Test
    void indexesInIndexesWithoutEnd() throws IOException {
        Layout layout = new Layout();
        String inner = layout.image(layout.blob(OCI_LAYER, gzip(layer("a"))));
        for (int level = 0; level < 20; level++) {
            inner = layout.index(inner);
        }
        layout.root(inner);

        refuses(layout, MANIFEST_INVALID, "nested deeper than 8 levels");
    }

    @Test
    void moreManifestsThanAnyImageHas() throws IOException {
        Layout layout = new Layout();
        String layer = layout.blob(OCI_LAYER, gzip(layer("a")));
        String[] many = new String[1001];
        for (int at = 0; at < many.length; at++) {
            byte[] manifest = utf8("{\"number\":" + at + ",\"config\":" + layer + ",\"layers\":[" + layer + "]}");
            many[at] = layout.blob(OCI_MANIFEST, manifest);
        }
        layout.root(layout.index(many));

        refuses(layout.tar().write(folder.resolve("many.tar")), MANIFEST_INVALID, "has more than 1000 manifests");
    }

    @Test
    void manifestsThatTogetherFillTheMemory() throws IOException {
        Layout layout = new Layout();
        String layer = layout.blob(OCI_LAYER, gzip(layer("a")));
        String[] large = new String[9];
        for (int at = 0; at < large.length; at++) {
            String padding = String.valueOf(at).repeat(4_000_000);
            byte[] manifest =
                    utf8("{\"padding\":\"" + padding + "\",\"config\":" + layer + ",\"layers\":[" + layer + "]}");
            large[at] = layout.blob(OCI_MANIFEST, manifest);
        }
        layout.root(layout.index(large));

        refuses(
                layout.tar().write(folder.resolve("large.tar")),
                MANIFEST_INVALID,
                "has manifests of more than 33554432 bytes together");
    }

    @Test
    void anImageWithoutLayers() throws IOException {
        Layout layout = new Layout();
        layout.root(layout.image());

        refuses(layout, MANIFEST_INVALID, "has no layers");
    }

    @Test
    void anImageWithoutConfig() throws IOException {
        Layout layout = new Layout();
        String layer = layout.blob(OCI_LAYER, gzip(layer("a")));
        layout.root(layout.blob(OCI_MANIFEST, utf8("{\"layers\":[" + layer + "]}")));

        refuses(layout, MANIFEST_INVALID, "has no config");
    }

    @Test
    void aManifestThatCouldBeReadAsAnIndex() throws IOException {
        Layout layout = new Layout();
        layout.root(layout.blob(OCI_MANIFEST, utf8("{\"manifests\":[],\"layers\":[]}")));

        refuses(layout, MANIFEST_INVALID, "is index and manifest at once");
    }

    @Test
    void aManifestThatIsNeither() throws IOException {
        Layout layout = new Layout();
        layout.root(layout.blob(OCI_MANIFEST, utf8("{\"schemaVersion\":1,\"fsLayers\":[]}")));

        refuses(layout, MANIFEST_INVALID, "is neither an index nor an image manifest");
    }

    @Test
    void aManifestOfAnotherMediaTypeThanAnnounced() throws IOException {
        Layout layout = new Layout();
        layout.root(layout.blob("application/vnd.docker.distribution.manifest.v2+json", Layout.manifest("{}")));

        refuses(
                layout,
                MANIFEST_INVALID,
                "is announced as application/vnd.docker",
                "and says that it is " + OCI_MANIFEST);
    }

    @Test
    void aBlobThatIsALinkOutOfTheFolder() throws IOException {
        Path secret = Files.write(folder.resolve("secret"), gzip(layer("hello")));
        Path layout = Samples.layout().folder(folder.resolve("layout"));
        Files.delete(layout.resolve(LAYER));
        Files.createSymbolicLink(layout.resolve(LAYER), secret);

        refuses(
                layout,
                MANIFEST_INVALID,
                LAYER + " is a link out of " + layout,
                "to " + secret.toRealPath(),
                "cp -RL '" + layout + "' image");
    }

    @Test
    void aFolderOfBlobsThatIsALinkOutOfTheFolder() throws IOException {
        Path layout = Samples.layout().folder(folder.resolve("layout"));
        Files.move(layout.resolve("blobs"), folder.resolve("outside"));
        Files.createSymbolicLink(layout.resolve("blobs"), Path.of("../outside"));

        refuses(layout, MANIFEST_INVALID, "is a link out of " + layout);
    }

    @Test
    void aLinkInACircle() throws IOException {
        Path layout = Samples.layout().folder(folder.resolve("layout"));
        Files.delete(layout.resolve(LAYER));
        Files.createSymbolicLink(layout.resolve(LAYER), layout.resolve(LAYER).getFileName());

        refuses(layout, MANIFEST_INVALID, LAYER + " cannot be followed: ");
    }

    @Test
    void aLinkToNothing() throws IOException {
        Path layout = Samples.layout().folder(folder.resolve("layout"));
        Files.delete(layout.resolve(LAYER));
        Files.createSymbolicLink(layout.resolve(LAYER), Path.of("nothing"));

        refuses(layout, LOCAL_IMAGE_MISSING, LAYER + " is a link to a file that is not there");
    }
}
