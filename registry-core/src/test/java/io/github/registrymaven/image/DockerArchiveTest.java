package io.github.registrymaven.image;

import static io.github.registrymaven.image.Samples.digest;
import static io.github.registrymaven.image.Samples.gunzip;
import static io.github.registrymaven.image.Samples.gzip;
import static io.github.registrymaven.image.Samples.layer;
import static io.github.registrymaven.image.Tar.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docker save writes, in the ways that it and others have written it. */
class DockerArchiveTest {
    @TempDir
    private Path folder;

    private UnpackedImage open(Tar tar) throws IOException {
        return (UnpackedImage) ImageSource.open(tar.write(folder.resolve("app.tar")));
    }

    private static byte[] expanded(RawLayer layer) throws IOException {
        try (PackedLayer packed = layer.pack()) {
            return gunzip(packed.readAllBytes());
        }
    }

    @Test
    void keepsTheConfigByteForByte() throws IOException {
        String config = "{ \"rootfs\": {\"diff_ids\":[ \"" + digest(layer("a")) + "\" ]},\n \"unknown\": 1.10 }";
        Tar tar = new Tar()
                .file("config.json", config)
                .file("a.tar", layer("a"))
                .file("manifest.json", Samples.saved("a.tar"));

        try (UnpackedImage image = open(tar);
                InputStream bytes = image.config().content().open()) {
            assertThat(bytes.readAllBytes()).isEqualTo(utf8(config));
            assertThat(image.config().descriptor())
                    .isEqualTo(new Descriptor(
                            "application/vnd.docker.container.image.v1+json", digest(utf8(config)), config.length()));
        }
    }

    @Test
    void packsItsLayersLowestFirst() throws IOException {
        try (UnpackedImage image = open(Samples.dockerArchive(layer("low"), layer("high")))) {
            assertThat(image.layers()).hasSize(2);
            assertThat(image.layers().get(0).diffId()).isEqualTo(digest(layer("low")));
            assertThat(image.layers().get(0).size()).isEqualTo(layer("low").length);
            assertThat(expanded(image.layers().get(0))).isEqualTo(layer("low"));
            assertThat(expanded(image.layers().get(1))).isEqualTo(layer("high"));
        }
    }

    @Test
    void namesInItsManifestWhatWasPacked() throws IOException {
        try (UnpackedImage image = open(Samples.dockerArchive(layer("low"), layer("high")))) {
            List<Descriptor> packed = new ArrayList<>();
            for (RawLayer layer : image.layers()) {
                try (PackedLayer in = layer.pack()) {
                    byte[] bytes = in.readAllBytes();
                    assertThat(in.descriptor())
                            .isEqualTo(new Descriptor(
                                    "application/vnd.docker.image.rootfs.diff.tar.gzip", digest(bytes), bytes.length));
                    assertThat(in.consumed()).isEqualTo(layer.size());
                    packed.add(in.descriptor());
                }
            }

            Manifest manifest = image.manifest(packed);

            JsonObject json = JsonParser.parseString(new String(manifest.bytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            assertThat(json.get("schemaVersion").getAsInt()).isEqualTo(2);
            assertThat(json.get("mediaType").getAsString())
                    .isEqualTo("application/vnd.docker.distribution.manifest.v2+json")
                    .isEqualTo(manifest.descriptor().mediaType());
            assertThat(json.getAsJsonObject("config").get("digest").getAsString())
                    .isEqualTo(image.config().descriptor().digest());
            JsonArray layers = json.getAsJsonArray("layers");
            assertThat(layers).hasSize(2);
            assertThat(layers.get(1).getAsJsonObject().get("digest").getAsString())
                    .isEqualTo(packed.get(1).digest());
            assertThat(layers.get(1).getAsJsonObject().get("size").getAsLong())
                    .isEqualTo(packed.get(1).size());
            assertThat(manifest.descriptor().digest()).isEqualTo(digest(manifest.bytes()));
            assertThat(manifest.descriptor().size()).isEqualTo(manifest.bytes().length);
        }
    }

    @Test
    void takesALayerThatIsCompressedAsItIs() throws IOException {
        byte[] packed = gzip(layer("a"));
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("a.tar.gz", packed)
                .file("manifest.json", Samples.saved("a.tar.gz"));

        try (UnpackedImage image = open(tar);
                PackedLayer in = image.layers().get(0).pack()) {
            assertThat(in.readAllBytes()).isEqualTo(packed);
            assertThat(in.descriptor().digest()).isEqualTo(digest(packed));
            assertThat(in.descriptor().size()).isEqualTo(packed.length);
            assertThat(in.consumed()).isEqualTo(image.layers().get(0).size());
        }
    }

    @Test
    void takesALayerThatWasCompressedInSeveralParts() throws IOException {
        byte[] whole = layer("eStargz and pigz write more than one member");
        Tar tar = new Tar()
                .file("config.json", Samples.config(whole))
                .file("a.tar.gz", twoMembers(whole))
                .file("manifest.json", Samples.saved("a.tar.gz"));

        try (UnpackedImage image = open(tar);
                PackedLayer in = image.layers().get(0).pack()) {
            assertThat(in.readAllBytes()).isEqualTo(twoMembers(whole));
        }
    }

    private static byte[] twoMembers(byte[] whole) throws IOException {
        byte[] first = gzip(Arrays.copyOf(whole, 100));
        byte[] second = gzip(Arrays.copyOfRange(whole, 100, whole.length));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** As crane writes it. */
    @Test
    void takesSeveralNamesOfOneImageForOne() throws IOException {
        String saved = Samples.saved("a.tar");
        String named = saved.replace("team/app:1.0", "team/app:latest");
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("a.tar", layer("a"))
                .file("manifest.json", saved.replace("]}]", "]}," + named.substring(1)));

        try (UnpackedImage image = open(tar)) {
            assertThat(expanded(image.layers().get(0))).isEqualTo(layer("a"));
        }
    }

    @Test
    void isTheSameWhereItWasExtracted() throws IOException {
        Files.write(folder.resolve("config.json"), utf8(Samples.config(layer("a"), layer("a"))));
        Files.write(Files.createDirectory(folder.resolve("aa")).resolve("layer.tar"), layer("a"));
        Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bb")).resolve("layer.tar"), Path.of("../aa/layer.tar"));
        Files.write(folder.resolve("manifest.json"), utf8(Samples.saved("aa/layer.tar", "bb/layer.tar")));

        try (UnpackedImage image = (UnpackedImage) ImageSource.open(folder)) {
            assertThat(image.layers()).hasSize(2);
            assertThat(expanded(image.layers().get(1))).isEqualTo(layer("a"));
        }
    }

    @Test
    void followsALinkToALayerThatIsThereAlready() throws IOException {
        byte[] layer = layer("a");
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer, layer, layer))
                .file("aa/layer.tar", layer)
                .symbolicLink("bb/layer.tar", "../aa/layer.tar")
                .hardLink("cc/layer.tar", "bb/layer.tar")
                .file("manifest.json", Samples.saved("aa/layer.tar", "bb/layer.tar", "cc/layer.tar"));

        try (UnpackedImage image = open(tar)) {
            assertThat(image.layers()).hasSize(3);
            for (RawLayer each : image.layers()) {
                assertThat(expanded(each)).isEqualTo(layer);
            }
            assertThat(image.layers().get(2)).isSameAs(image.layers().get(0));
        }
    }

    @Test
    void followsALinkWhereTheNameComesFirst() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .symbolicLink("./first.tar", "sub/../second.tar")
                .file("./second.tar", layer("a"))
                .file("./manifest.json", Samples.saved("first.tar"));

        try (UnpackedImage image = open(tar)) {
            assertThat(expanded(image.layers().get(0))).isEqualTo(layer("a"));
        }
    }

    @Test
    void readsLongNamesAndSizesOfEveryKind() throws IOException {
        String gnu = "g".repeat(200) + "/layer.tar";
        String pax = "p".repeat(300) + "/layer.tar";
        Tar tar = new Tar()
                .folder("some/")
                .file("config.json", Samples.config(layer("a"), layer("b"), layer("c")))
                .gnuLong('L', gnu)
                .file("truncated", layer("a"))
                .pax("path=" + pax, "size=" + layer("b").length, "mtime=1.5")
                .entry("truncated", '0', 0, "")
                .data(layer("b"))
                .gnuLong('K', pax)
                .symbolicLink("link", "truncated")
                .pax("linkpath=" + gnu)
                .hardLink("again", "truncated")
                .file("c", layer("c"))
                .file("manifest.json", Samples.saved("again", "link", "c"));

        try (UnpackedImage image = open(tar)) {
            assertThat(expanded(image.layers().get(0))).isEqualTo(layer("a"));
            assertThat(expanded(image.layers().get(1))).isEqualTo(layer("b"));
            assertThat(expanded(image.layers().get(2))).isEqualTo(layer("c"));
        }
    }

    @Test
    void leavesALayerThatIsToBeFetchedElsewhereToTheManifest() throws IOException {
        String foreign = Samples.Layout.descriptor(
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
                utf8("windows"),
                "\"urls\":[\"https://go.example.com/?a=1&b=2\"]");
        String manifest = Samples.saved("base.tar", "a.tar")
                .replace(
                        "\"Layers\"",
                        "\"LayerSources\":{\"" + digest(layer("base")) + "\":" + foreign + "},\"Layers\"");
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("base"), layer("a")))
                .file("a.tar", layer("a"))
                .file("manifest.json", manifest);

        try (UnpackedImage image = open(tar)) {
            assertThat(image.layers())
                    .singleElement()
                    .satisfies(only -> assertThat(only.diffId()).isEqualTo(digest(layer("a"))));
            Manifest made = image.manifest(List.of(new Descriptor("a/b", digest(utf8("a")), 1)));
            assertThat(new String(made.bytes(), StandardCharsets.UTF_8))
                    .contains("\"layers\":[" + foreign + ",{\"mediaType\":\"a/b\"");
        }
    }

    @Test
    void packsManyLayersAtOnceThoughNoneWaitsForAnother() throws IOException {
        byte[][] layers = new byte[20][];
        for (int at = 0; at < layers.length; at++) {
            layers[at] = Samples.random(8 * Block.SIZE + at);
        }
        List<PackedLayer> open = new ArrayList<>();
        try (UnpackedImage image = open(Samples.dockerArchive(layers))) {
            for (RawLayer layer : image.layers()) {
                PackedLayer in = layer.pack();
                open.add(in);
                assertThat(in.readNBytes(Block.SIZE)).hasSize(Block.SIZE);
            }
            // Each has begun and holds what it may; the last one is to be done first all the same.
            Collections.reverse(open);
            for (PackedLayer in : open) {
                assertThat(in.readAllBytes().length).isGreaterThan(7 * Block.SIZE);
                assertThat(in.descriptor().size()).isGreaterThan(8 * Block.SIZE);
                in.close();
            }
        }
    }

    @Test
    void isKnownByItsDigestOnlyAtItsEnd() throws IOException {
        try (UnpackedImage image = open(Samples.dockerArchive(Samples.random(3000)));
                PackedLayer in = image.layers().get(0).pack()) {
            assertThat(in.readNBytes(100)).hasSize(100);

            assertThatThrownBy(in::descriptor).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void hasNoEndWhereItWasClosedBefore() throws IOException {
        try (UnpackedImage image = open(Samples.dockerArchive(Samples.random(3 << 20)))) {
            PackedLayer in = image.layers().get(0).pack();
            assertThat(in.readNBytes(100)).hasSize(100);
            in.close();

            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
            assertThatThrownBy(in::descriptor).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void isRefusedAgainWhereItIsReadOn() throws IOException {
        for (byte[] wrong : List.of(layer("b"), gzip(layer("b")))) {
            Tar tar = new Tar()
                    .file("config.json", Samples.config(layer("a")))
                    .file("a.tar", wrong)
                    .file("manifest.json", Samples.saved("a.tar"));
            try (UnpackedImage image = open(tar);
                    PackedLayer in = image.layers().get(0).pack()) {
                assertThatThrownBy(in::readAllBytes).isInstanceOf(BrokenImage.class);

                assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
                assertThatThrownBy(in::descriptor).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void canBeReadOnlyUntilItIsClosed() throws IOException {
        UnpackedImage image = open(Samples.dockerArchive(Samples.random(3 << 20)));
        PackedLayer in = image.layers().get(0).pack();
        assertThat(in.readNBytes(10)).hasSize(10);
        image.close();

        assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("closed");
        in.close();
    }
}
