package io.github.registrymaven.jib;

import com.google.cloud.tools.jib.tar.TarExtractor;
import io.github.registrymaven.artifact.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One layout of the images for several platforms. Jib writes a tar for one platform only; blobs that two of them share are
 * there once.
 */
final class PlatformIndex {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final Path folder;
    private final List<String> manifests = new ArrayList<>();

    PlatformIndex(Path folder) {
        this.folder = folder;
    }

    /** Takes over what is in a layout that Jib wrote. */
    void add(Platform platform, String digest, Path tar) throws IOException {
        Files.createDirectories(folder);
        TarExtractor.extract(tar, folder);
        long size = Files.size(blob(digest));
        manifests.add(descriptor(
                MANIFEST,
                digest,
                size,
                ",\"platform\":{\"architecture\":\"" + platform.architecture() + "\",\"os\":\"" + platform.os()
                        + "\"}"));
    }

    /** Writes the index, and the one entry that points to it; returns the digest of the image as a whole. */
    String write() throws IOException {
        byte[] index = document("\"mediaType\":\"" + INDEX + "\",", manifests);
        String digest = digest(index);
        Files.write(blob(digest), index);
        Files.write(folder.resolve("index.json"), document("", List.of(descriptor(INDEX, digest, index.length, ""))));
        return digest;
    }

    private Path blob(String digest) {
        return folder.resolve("blobs/sha256").resolve(digest.substring("sha256:".length()));
    }

    private static byte[] document(String type, List<String> manifests) {
        return ("{\"schemaVersion\":2," + type + "\"manifests\":[" + String.join(",", manifests) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String descriptor(String type, String digest, long size, String more) {
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + digest + "\",\"size\":" + size + more + "}";
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
