package io.github.registrymaven.image;

import static io.github.registrymaven.diagnosis.Cause.DIGEST_MISMATCH;
import static io.github.registrymaven.diagnosis.Cause.LOCAL_IMAGE_MISSING;
import static io.github.registrymaven.diagnosis.Cause.MANIFEST_INVALID;
import static io.github.registrymaven.image.Samples.gzip;
import static io.github.registrymaven.image.Samples.layer;
import static io.github.registrymaven.image.Tar.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are none, are cut short or mean harm: each is told from the others, with the place. */
class BrokenArchiveTest {
    @TempDir
    private Path folder;

    private void refuses(byte[] bytes, Cause cause, String... parts) throws IOException {
        Path file = Files.write(folder.resolve("app.tar"), bytes);
        refuses(file, cause, parts);
    }

    private static void refuses(Path file, Cause cause, String... parts) {
        BrokenImage broken = catchThrowableOfType(BrokenImage.class, () -> {
            try (ImageSource image = ImageSource.open(file)) {
                Reading.everything(image);
            }
        });
        assertThat(broken).isNotNull();
        assertThat(broken).hasMessageStartingWith(file.toString()).hasMessageContainingAll(parts);
        assertThat(broken.why()).isEqualTo(cause);
    }

    @Test
    void aFileThatIsMissing() {
        refuses(folder.resolve("none.tar"), LOCAL_IMAGE_MISSING, "is not there");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = Samples.dockerArchive(layer("a")).write(folder.resolve("app.tar"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
        Assumptions.assumeFalse(Files.isReadable(file), "root may read everything");

        refuses(file, LOCAL_IMAGE_MISSING, "cannot be read");
    }

    @Test
    void whatIsNoTar() throws IOException {
        refuses(utf8("no tar at all".repeat(100)), LOCAL_IMAGE_MISSING, "is no tar");
        refuses(utf8("short"), LOCAL_IMAGE_MISSING, "is no tar: it has 5 bytes");
        refuses(new byte[0], LOCAL_IMAGE_MISSING, "is no tar: it has 0 bytes");
    }

    @Test
    void aTarThatIsNoImage() throws IOException {
        refuses(new byte[1024], LOCAL_IMAGE_MISSING, "is a tar, but no image", "index.json", "manifest.json");
        refuses(new Tar().file("etc/passwd", "root").bytes(), LOCAL_IMAGE_MISSING, "docker export");
    }

    @Test
    void anImageInAFolderOfTheTarWithTheRemedy() throws IOException {
        refuses(
                new Tar().file("my/image/index.json", "{}").bytes(),
                LOCAL_IMAGE_MISSING,
                "tar -cf image.tar -C my/image .");
    }

    @Test
    void aCompressedTarWithTheRemedy() throws IOException {
        byte[] tar = Samples.dockerArchive(layer("a")).bytes();

        refuses(
                gzip(tar),
                LOCAL_IMAGE_MISSING,
                "Expand it first: gunzip < '" + folder.resolve("app.tar") + "' > image.tar");
        refuses(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0}, LOCAL_IMAGE_MISSING, "unzstd < '");
    }

    @Test
    void aTarThatEndsInAHeader() throws IOException {
        byte[] tar = new Tar().file("a", "a").file("b", "b").bytes();

        refuses(Arrays.copyOf(tar, 1024 + 100), LOCAL_IMAGE_MISSING, "cut short: it ends in the header at byte 1024");
    }

    @Test
    void aTarThatEndsInALayer() throws IOException {
        byte[] tar = Samples.dockerArchive(Samples.random(5000)).bytes();

        refuses(
                Arrays.copyOf(tar, 3000),
                LOCAL_IMAGE_MISSING,
                "cut short: entry layer0/layer.tar (at byte 1024) announces 5000 bytes, and the file ends after 1464");
    }

    @Test
    void aTarThatEndsBetweenEntriesByWhatItLacks() throws IOException {
        Tar tar =
                new Tar().file("config.json", Samples.config(layer("a"))).file("manifest.json", Samples.saved("a.tar"));

        refuses(tar.unended(), LOCAL_IMAGE_MISSING, "names the layer a.tar, which is not there");
    }

    @Test
    void aTinyEntryThatClaimsTerabytes() throws IOException {
        Tar tar = new Tar()
                .pax("size=1099511627776")
                .entry("layer.tar", '0', 0, "")
                .data(utf8("tiny"));

        refuses(tar.bytes(), LOCAL_IMAGE_MISSING, "entry layer.tar (at byte 1024) announces 1099511627776 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999", "1e9", ""})
    void aSizeThatIsNoNumber(String size) throws IOException {
        Tar tar = new Tar().pax("size=" + size).entry("layer.tar", '0', 0, "");

        refuses(tar.bytes(), MANIFEST_INVALID, "entry layer.tar (at byte 1024) has a size that is not a number");
    }

    @Test
    void aSizeInBase256ThatIsBeyondAllBounds() throws IOException {
        byte[] tar = new Tar().entry("layer.tar", '0', 0, "").bytes();
        Arrays.fill(tar, 124, 136, (byte) 0xff);
        Tar.mend(tar, 0);

        refuses(tar, MANIFEST_INVALID, "entry layer.tar (at byte 0) has a size that is not a number");
    }

    @Test
    void aTarWithGarbageBetweenItsEntries() throws IOException {
        byte[] tar = new Tar().file("a", "a").file("b", "b").bytes();
        tar[1024 + 3]++;

        refuses(tar, LOCAL_IMAGE_MISSING, "is broken: at byte 1024 there is no header");
    }

    @Test
    void aSparseFileWhoseSizeSaysNothing() throws IOException {
        refuses(
                new Tar().entry("layer.tar", 'S', 0, "").bytes(),
                MANIFEST_INVALID,
                "entry layer.tar (at byte 0) is a sparse file");
        refuses(new Tar().pax("GNU.sparse.realsize=99").file("a", "").bytes(), MANIFEST_INVALID, "is a sparse file");
    }

    @Test
    void moreEntriesThanAnyImageHas() throws IOException {
        byte[] one = new Tar().entry("a", '0', 0, "").unended();
        byte[] many = new byte[one.length * 70_000];
        for (int at = 0; at < many.length; at += one.length) {
            System.arraycopy(one, 0, many, at, one.length);
        }

        refuses(many, MANIFEST_INVALID, "has more than 65536 entries");
    }

    @Test
    void namesThatTogetherFillTheMemory() throws IOException {
        Tar tar = new Tar();
        for (int at = 0; at < 10; at++) {
            tar.gnuLong('L', "a".repeat(1_000_000)).file("b", "");
        }

        refuses(tar.bytes(), MANIFEST_INVALID, "has a name of 1000000 characters");
        Tar headers = new Tar();
        for (int at = 0; at < 10; at++) {
            headers.pax("comment=" + "a".repeat(1_000_000)).file("b", "");
        }
        refuses(headers.bytes(), MANIFEST_INVALID, "the names of all entries together");
    }

    @Test
    void anExtendedHeaderThatCannotBeRead() throws IOException {
        refuses(
                new Tar()
                        .file("first", "")
                        .entry("x", 'x', 9, "")
                        .data(utf8("99 path=a"))
                        .bytes(),
                MANIFEST_INVALID,
                "entry x (at byte 512) is an extended header that cannot be read");
        refuses(
                new Tar().entry("x", 'x', 2 << 20, "").data(new byte[2 << 20]).bytes(),
                MANIFEST_INVALID,
                "is an extended header of 2097152 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../layer.tar", "/layer.tar", "a/../../layer.tar"})
    void anEntryOutsideOfTheArchive(String name) throws IOException {
        refuses(
                Samples.dockerArchive(layer("a")).file(name, "x").bytes(),
                MANIFEST_INVALID,
                "entry " + name + " (at byte",
                "lies outside of the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../etc/passwd", "b/../../../c"})
    void aLinkOutOfTheArchive(String target) throws IOException {
        refuses(
                Samples.dockerArchive(layer("a"))
                        .symbolicLink("some/layer.tar", target)
                        .bytes(),
                MANIFEST_INVALID,
                "entry some/layer.tar",
                "is a link out of the archive, to " + target);
    }

    @Test
    void aHardLinkOutOfTheArchive() throws IOException {
        refuses(
                Samples.dockerArchive(layer("a")).hardLink("some/l", "../a").bytes(),
                MANIFEST_INVALID,
                "is a link out of the archive");
    }

    @Test
    void aLayerOutsideOfTheArchive() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("manifest.json", Samples.saved("../../secret.tar"));

        refuses(tar.bytes(), MANIFEST_INVALID, "names ../../secret.tar, which lies outside of the archive");
    }

    @Test
    void linksInACircle() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .symbolicLink("a.tar", "b.tar")
                .symbolicLink("b.tar", "./a.tar")
                .file("manifest.json", Samples.saved("a.tar"));

        refuses(tar.bytes(), MANIFEST_INVALID, "is a link in a circle");
    }

    @Test
    void aLinkToNothing() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .symbolicLink("a.tar", "b.tar")
                .file("manifest.json", Samples.saved("a.tar"));

        refuses(tar.bytes(), LOCAL_IMAGE_MISSING, "entry a.tar", "is a link to b.tar, which is not in the archive");
    }

    @Test
    void aLayerThatIsNotTheOneOfItsConfig() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("a.tar", layer("b"))
                .file("manifest.json", Samples.saved("a.tar"));

        refuses(
                tar.bytes(),
                DIGEST_MISMATCH,
                "entry a.tar (at byte",
                "is not the layer that the config names",
                Samples.digest(layer("a")));
    }

    @Test
    void aCompressedLayerThatIsNotTheOneOfItsConfig() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("a.tar.gz", gzip(layer("b")))
                .file("manifest.json", Samples.saved("a.tar.gz"));

        refuses(tar.bytes(), DIGEST_MISMATCH, "expanded it does not have the digest " + Samples.digest(layer("a")));
    }

    @Test
    void aCompressedLayerThatIsCutShort() throws IOException {
        byte[] packed = gzip(layer("a"));
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("a.tar.gz", Arrays.copyOf(packed, packed.length - 12))
                .file("manifest.json", Samples.saved("a.tar.gz"));

        refuses(tar.bytes(), DIGEST_MISMATCH, "entry a.tar.gz", "cannot be expanded");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 100_000})
    void aCompressedLayerWithOtherBytesBehindItsEnd(int more) throws IOException {
        byte[] packed = gzip(layer("a"));
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("a.tar.gz", Arrays.copyOf(packed, packed.length + more))
                .file("manifest.json", Samples.saved("a.tar.gz"));

        refuses(tar.bytes(), DIGEST_MISMATCH, "entry a.tar.gz", "behind its end there are other bytes");
    }

    @Test
    void aCompressedLayerThatExpandsWithoutEnd() throws IOException {
        byte[] bomb = gzip(new byte[10 << 20]);
        Path file = Files.write(folder.resolve("bomb.gz"), bomb);
        Stored stored = new Stored(file, 0, bomb.length, "the layer");

        BrokenImage broken = Expansion.verdict(stored, ContentDigest.sha256(new byte[10 << 20]), 1 << 20, () -> false);

        assertThat(broken).isNotNull().hasMessage("the layer expands to more than 1048576 bytes");
    }

    @Test
    void aLayerWhoseCompressionDockerDoesNotName() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a")))
                .file("a.tar.zst", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0})
                .file("manifest.json", Samples.saved("a.tar.zst"));

        refuses(
                tar.bytes(),
                MANIFEST_INVALID,
                "is compressed with ZSTD",
                "skopeo copy 'docker-archive:" + folder.resolve("app.tar") + "' oci:image");
    }

    @Test
    void anImageWithoutLayers() throws IOException {
        refuses(Samples.dockerArchive().bytes(), MANIFEST_INVALID, "manifest.json", "names no layers");
    }

    @Test
    void severalImagesWithTheirNames() throws IOException {
        String one = Samples.saved("a.tar");
        String two = Samples.saved("b.tar").replace("team/app:1.0", "team/other:2.0\\u001b[31m");
        Tar tar = new Tar().file("manifest.json", "[" + one.substring(1, one.length() - 1) + "," + two.substring(1));

        refuses(
                tar.bytes(),
                MANIFEST_INVALID,
                "names 2 images",
                "team/app:1.0, team/other:2.0?[31m",
                "docker save -o app.tar NAME. To take team/app:1.0 out of this one: skopeo copy 'docker-archive:",
                "app.tar:team/app:1.0' docker-archive:image.tar");
    }

    @Test
    void whatSkopeoCallsADirectory() throws IOException {
        Tar tar = new Tar()
                .file("version", "Directory Transport Version: 1.1\n")
                .file("manifest.json", Samples.Layout.manifest("{}", "{}"));

        refuses(tar.bytes(), MANIFEST_INVALID, "manifest.json", "skopeo copy --all dir:FOLDER oci:image");
    }

    @Test
    void aConfigThatIsMissing() throws IOException {
        Tar tar = new Tar().file("a.tar", layer("a")).file("manifest.json", Samples.saved("a.tar"));

        refuses(tar.bytes(), LOCAL_IMAGE_MISSING, "names the config config.json, which is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rootfs\"", "", "{} trailing", "{'rootfs':{}}", "\"rootfs\" //"})
    void aConfigThatIsNotJson(String config) throws IOException {
        Tar tar = new Tar()
                .file("config.json", config)
                .file("a.tar", layer("a"))
                .file("manifest.json", Samples.saved("a.tar"));

        refuses(tar.bytes(), MANIFEST_INVALID, "entry config.json (at byte 0) is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1"})
    void aConfigThatIsNoObject(String config) throws IOException {
        Tar tar = new Tar()
                .file("config.json", config)
                .file("a.tar", layer("a"))
                .file("manifest.json", Samples.saved("a.tar"));

        refuses(tar.bytes(), MANIFEST_INVALID, "entry config.json (at byte 0) is JSON, but no object");
    }

    @Test
    void aConfigThatNamesOtherLayers() throws IOException {
        Tar tar = new Tar()
                .file("config.json", Samples.config(layer("a"), layer("b")))
                .file("a.tar", layer("a"))
                .file("manifest.json", Samples.saved("a.tar"));

        refuses(
                tar.bytes(),
                MANIFEST_INVALID,
                "entry config.json",
                "has 2 rootfs.diff_ids, and manifest.json names 1 layers");
    }

    @Test
    void aConfigWithoutDigestsOfLayers() throws IOException {
        Tar none = new Tar().file("config.json", "{}").file("a.tar", "").file("manifest.json", Samples.saved("a.tar"));
        refuses(none.bytes(), MANIFEST_INVALID, "it has no rootfs.diff_ids");

        Tar wrong = new Tar()
                .file("config.json", Samples.configOf("sha256:../../x"))
                .file("a.tar", "")
                .file("manifest.json", Samples.saved("a.tar"));
        refuses(wrong.bytes(), MANIFEST_INVALID, "sha256:../../x, which is no digest");
    }

    @Test
    void jsonThatIsNestedWithoutEnd() throws IOException {
        refuses(
                new Tar().file("manifest.json", "[".repeat(100_000)).bytes(),
                MANIFEST_INVALID,
                "manifest.json",
                "deeper than 255 levels");
    }

    @Test
    void jsonOfTooManyValues() throws IOException {
        refuses(
                new Tar()
                        .file("manifest.json", "[" + "[],".repeat(300_000) + "[]]")
                        .bytes(),
                MANIFEST_INVALID,
                "has more than 200000 values");
    }

    @Test
    void jsonThatIsHuge() throws IOException {
        refuses(
                new Tar().file("manifest.json", new byte[5 << 20]).bytes(),
                MANIFEST_INVALID,
                "entry manifest.json (at byte 0) has 5242880 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[1]", "[{}]", "[{\"Layers\":[1]}]", "[{\"Layers\":[\"a\"]}]"})
    void aManifestThatSaysNothing(String manifest) throws IOException {
        refuses(new Tar().file("manifest.json", manifest).bytes(), MANIFEST_INVALID, "entry manifest.json (at byte 0)");
    }
}
