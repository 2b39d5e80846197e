package io.github.registrymaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.rules.ByteLimit;
import io.github.registrymaven.policy.rules.ImageSize;
import io.github.registrymaven.policy.rules.Judgement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code requireMaxImageSize}, on images as tools leave them. */
final class ImageSizeTest {
    @TempDir
    Path folder;

    private static ImageSize limit(String image, @Nullable String layer) {
        return new ImageSize(Objects.requireNonNull(ByteLimit.of(image)), layer == null ? null : ByteLimit.of(layer));
    }

    private static String said(Judgement judgement) {
        return judgement.outcome().id() + " " + judgement.fact();
    }

    private Path archive(byte[]... contents) throws Exception {
        byte[][] layers = new byte[contents.length][];
        for (int at = 0; at < contents.length; at++) {
            layers[at] = new Tar()
                    .file("file" + at, new String(contents[at], StandardCharsets.ISO_8859_1))
                    .bytes();
        }
        Path archive = folder.resolve("image.tar");
        Files.write(archive, Samples.dockerArchive(layers).bytes());
        return archive;
    }

    @Test
    void weighsWhatIsPushedAndNotWhatLiesHere() throws Exception {
        Path archive = archive("a".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII));

        assertThat(said(limit("1 MB", null).judge(archive, "image.tar")))
                .matches("pass weighs \\d{4,5} bytes, of 1 MB that it may");
    }

    @Test
    void failsAndNamesTheLargestLayer() throws Exception {
        Path archive = archive(Samples.random(10), Samples.random(2_000_000));

        Judgement judgement = limit("1 MB", null).judge(archive, "image.tar");

        assertThat(said(judgement)).matches("fail weighs [23]\\.\\d MB compressed");
        assertThat(judgement.wanted()).isEqualTo("at most 1 MB");
        assertThat(judgement.remedies().get(0).title()).startsWith("Make the largest layers smaller: layer 2 of 2, ");
    }

    @Test
    void failsWhereOneLayerIsTooLarge() throws Exception {
        Path archive = archive(Samples.random(2_000_000));

        assertThat(said(limit("10 MB", "1 MB").judge(archive, "image.tar")))
                .matches("fail has a layer of [23]\\.\\d MB compressed");
        assertThat(said(limit("10 MB", "5 MB").judge(archive, "image.tar"))).startsWith("pass");
    }

    @Test
    void doesNotKnowWhatIsNotBuiltYet() {
        assertThat(said(limit("1 MB", null).judge(folder.resolve("none.tar"), "none.tar")))
                .startsWith("unknown was not weighed: ")
                .endsWith("none.tar is not there. The rule belongs into a phase after the one that builds it");
    }
}
