package io.github.registrymaven.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** An image of one empty layer, as an OCI image layout: something for a test to push. */
public final class SmallImage {
    private static final String OCI = "application/vnd.oci.image.";

    /** The end of an archive, with nothing before it. */
    private static final byte[] EMPTY_TAR = new byte[1024];

    private SmallImage() {}

    /** Writes the image, tagged {@code 1.0}, into a folder that is made for it; returns the folder. */
    public static Path write(Path folder) throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        byte[] packed = gzip(EMPTY_TAR);
        String layer = blob(blobs, packed);
        String text = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                + Digests.of(EMPTY_TAR) + "\"]}}";
        String config = blob(blobs, text.getBytes(StandardCharsets.UTF_8));
        String manifest = blob(
                blobs,
                ("{\"schemaVersion\":2,\"mediaType\":\"" + OCI + "manifest.v1+json\",\"config\":"
                                + descriptor("config.v1+json", config, text.length()) + ",\"layers\":["
                                + descriptor("layer.v1.tar+gzip", layer, packed.length) + "]}")
                        .getBytes(StandardCharsets.UTF_8));
        long size = Files.size(blobs.resolve(manifest.substring("sha256:".length())));
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                folder.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                        + "\"digest\":\"" + manifest + "\",\"size\":" + size
                        + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"1.0\"}}]}");
        return folder;
    }

    /** The digest of the image in a folder. */
    public static String digest(Path folder) throws IOException {
        Matcher digest = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]{64})\"")
                .matcher(Files.readString(folder.resolve("index.json")));
        if (!digest.find()) {
            throw new IOException(folder + " holds no image");
        }
        return digest.group(1);
    }

    private static String descriptor(String type, String digest, int size) {
        return "{\"mediaType\":\"" + OCI + type + "\",\"digest\":\"" + digest + "\",\"size\":" + size + "}";
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String blob(Path blobs, byte[] bytes) throws IOException {
        String digest = Digests.of(bytes);
        Files.write(blobs.resolve(digest.substring("sha256:".length())), bytes);
        return digest;
    }
}
