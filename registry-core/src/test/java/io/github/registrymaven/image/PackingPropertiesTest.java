package io.github.registrymaven.image;

import static io.github.registrymaven.image.Tar.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is packed expands to what it was, whatever it was, and is the same each time. */
class PackingPropertiesTest {
    /** Bytes of one kind; the kinds alternate within a layer. */
    private record Part(int size, boolean random) {
        byte[] bytes() {
            byte[] bytes = new byte[size];
            if (random) {
                new Random(size).nextBytes(bytes);
            } else {
                byte[] text = utf8("#include <layer of text>\n");
                for (int at = 0; at < size; at++) {
                    bytes[at] = (byte) (text[at % text.length] + at / 999 % 3);
                }
            }
            return bytes;
        }
    }

    @Property(tries = 60)
    void whatIsPackedExpandsToWhatItWas(@ForAll("layers") byte[] layer) throws IOException {
        byte[] packed = packed(layer, 1 << 16);

        assertThat(Samples.gunzip(packed)).isEqualTo(layer);
        // Stored blocks cost 5 bytes each, and nothing else grows.
        assertThat(packed.length).isLessThan(layer.length + 64 + layer.length / 10_000);
    }

    @Property(tries = 20)
    void whatIsPackedIsTheSameEachTime(@ForAll("layers") byte[] layer) throws IOException {
        assertThat(packed(layer, 1000)).isEqualTo(packed(layer, 1 << 20));
    }

    @Example
    void textBecomesSmallAndRandomBytesAreStored() throws IOException {
        int size = 4 * Block.SIZE;

        assertThat(packed(new Part(size, false).bytes(), 1 << 16).length).isLessThan(size / 10);
        assertThat(packed(new Part(size, true).bytes(), 1 << 16).length).isBetween(size, size + 1000);
    }

    /** As a push reads it, whose buffer is as large as it likes. */
    private static byte[] packed(byte[] layer, int buffer) throws IOException {
        Path file = Files.createTempFile("layer", ".tar");
        try (Packing packing = new Packing()) {
            Files.write(file, layer);
            PlainLayer raw =
                    new PlainLayer(new Stored(file, 0, layer.length, "layer"), ContentDigest.sha256(layer), packing);
            try (PackedLayer in = raw.pack()) {
                byte[] packed = new byte[layer.length + (1 << 16)];
                int size = 0;
                int read = in.read(packed, 0, Math.min(buffer, packed.length));
                while (read >= 0) {
                    size += read;
                    read = in.read(packed, size, Math.min(buffer, packed.length - size));
                }
                assertThat(in.descriptor().size()).isEqualTo(size);
                assertThat(in.descriptor().digest()).isEqualTo(Samples.digest(Arrays.copyOf(packed, size)));
                return Arrays.copyOf(packed, size);
            }
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<byte[]> layers() {
        Arbitrary<Integer> aroundEdges = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(-2, 2))
                .as((blocks, more) -> Math.max(0, blocks * Block.SIZE / 2 + more));
        Arbitrary<Integer> sizes =
                Arbitraries.oneOf(aroundEdges, Arbitraries.integers().between(0, 70_000));
        return Combinators.combine(sizes, Arbitraries.of(true, false))
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> {
                    byte[] whole = new byte[parts.stream().mapToInt(Part::size).sum()];
                    int at = 0;
                    for (Part part : parts) {
                        System.arraycopy(part.bytes(), 0, whole, at, part.size());
                        at += part.size();
                    }
                    return whole;
                });
    }
}
