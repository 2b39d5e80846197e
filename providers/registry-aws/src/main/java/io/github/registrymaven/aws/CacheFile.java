package io.github.registrymaven.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file in which the AWS CLI keeps a login, named by the digest of what it is for. */
final class CacheFile {
    private static final long MOST_BYTES = 64L * 1024;

    private CacheFile() {}

    /** Null where there is none, or none that can be read. */
    static @Nullable String read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES ? Files.readString(file) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    static @Nullable Instant instant(String text) {
        try {
            // Old versions of the CLI wrote UTC for Z.
            return Instant.parse(text.replace("UTC", "Z"));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
