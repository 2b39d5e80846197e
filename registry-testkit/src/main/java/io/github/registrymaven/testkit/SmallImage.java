package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An image of no size to speak of, as an OCI image layout: something for a test to push. */
public final class SmallImage {
    /** A tar without entries. */
    private static final String LAYER = "\0".repeat(1024);

    private SmallImage() {}

    /** Writes the image, tagged {@code 1.0}, into a folder that is made for it; returns the folder. */
    public static Path write(Path folder) throws IOException {
        return write(folder, "", "");
    }

    /** The same with a layer, in which nothing is: for who takes no image that cannot be run. */
    public static Path writeWithLayer(Path folder) throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        String layer = blob(blobs, LAYER);
        return write(
                folder,
                "\"" + layer + "\"",
                "{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\"" + layer + "\",\"size\":"
                        + LAYER.length() + "}");
    }

    private static Path write(Path folder, String diffIds, String layers) throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        String json = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                + diffIds + "]}}";
        String config = blob(blobs, json);
        String manifest = blob(
                blobs,
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":"
                        + "\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + config + "\",\"size\":"
                        + json.length() + "},\"layers\":[" + layers + "]}");
        long size = Files.size(blobs.resolve(manifest.substring("sha256:".length())));
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                folder.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                        + "\"digest\":\"" + manifest + "\",\"size\":" + size
                        + ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"1.0\"}}]}");
        return folder;
    }

    private static String blob(Path blobs, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String digest = Digests.of(bytes);
        Files.write(blobs.resolve(digest.substring("sha256:".length())), bytes);
        return digest;
    }
}
