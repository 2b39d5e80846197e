package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.session.ConfigurationProblem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalImageTest {
    @TempDir
    private Path folder;

    private static @Nullable String digest(@Nullable File source) throws ConfigurationProblem {
        return LocalImage.beside(source, List.of(new RequestedImage("r.example.com/team/app:1.0", "images")))
                .get(0)
                .localDigest();
    }

    /** Writes a layout of one image; returns the digest of its manifest. */
    private String layout() throws Exception {
        Files.createDirectories(folder.resolve("blobs/sha256"));
        String manifest = blob(
                "{\"config\":" + descriptor(blob("{}"), 2) + ",\"layers\":[" + descriptor(blob("layer"), 5) + "]}");
        long size = Files.size(folder.resolve("blobs/sha256/" + manifest));
        Files.writeString(folder.resolve("index.json"), "{\"manifests\":[" + descriptor(manifest, size) + "]}");
        return "sha256:" + manifest;
    }

    private static String descriptor(String hex, long size) {
        return "{\"mediaType\":\"a/b\",\"digest\":\"sha256:" + hex + "\",\"size\":" + size + "}";
    }

    private String blob(String text) throws Exception {
        StringBuilder hex = new StringBuilder();
        for (byte one : MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))) {
            hex.append(String.format("%02x", one));
        }
        Files.writeString(folder.resolve("blobs/sha256/" + hex), text);
        return hex.toString();
    }

    @Test
    void knowsTheDigestOfALayout() throws Exception {
        String digest = layout();

        assertThat(digest(folder.toFile())).isEqualTo(digest);
    }

    @Test
    void knowsNoneWhereNothingIsAtHandYet() throws Exception {
        assertThat(digest(null)).isNull();
        assertThat(digest(folder.resolve("not-built-yet.tar").toFile())).isNull();
    }

    @Test
    void saysWhatIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("app.tar"), "no tar");

        assertThatThrownBy(() -> digest(file.toFile()))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessage("the image at hand cannot be pushed: " + file
                        + " is no tar: it has 6 bytes (local-image-missing)."
                        + " Build or save it before this goal runs, or correct registry.source");
    }

    @Test
    void doesNotGuessAmongSeveral() throws Exception {
        layout();
        Files.writeString(
                folder.resolve("index.json"),
                "{\"manifests\":[" + descriptor("a".repeat(64), 1) + "," + descriptor("b".repeat(64), 1) + "]}");

        assertThatThrownBy(() -> digest(folder.toFile()))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessageContaining("names 2 images");
    }
}
