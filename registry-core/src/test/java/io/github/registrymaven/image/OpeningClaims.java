package io.github.registrymaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What opening and reading promise for any bytes at all. */
final class OpeningClaims {
    private static final int BLOCK = 512;

    private OpeningClaims() {}

    /** The bytes are an image that can be read to its end, or broken in a way that can be told. */
    static void hold(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("any", ".tar");
        try {
            open(Files.write(file, bytes));
            // Nothing would be found behind a checksum that has to be guessed.
            open(Files.write(file, mended(bytes)));
        } finally {
            Files.delete(file);
        }
    }

    private static void open(Path file) throws IOException {
        try (ImageSource image = ImageSource.open(file)) {
            Reading.everything(image);
        } catch (BrokenImage broken) {
            assertThat(broken.getMessage()).startsWith(file.toString()).matches("[ -~]{1,2000}");
            assertThat(broken.why()).isNotNull();
        }
    }

    /** With the right checksum in each block that looks like a header. */
    private static byte[] mended(byte[] bytes) {
        byte[] mended = Arrays.copyOf(bytes, bytes.length);
        for (int at = 0; at + BLOCK <= mended.length; at += BLOCK) {
            if (new String(mended, at + 257, 5, StandardCharsets.UTF_8).equals("ustar")) {
                Tar.mend(mended, at);
            }
        }
        return mended;
    }
}
