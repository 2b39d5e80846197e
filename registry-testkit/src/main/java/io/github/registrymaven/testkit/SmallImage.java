package io.github.registrymaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An image of no size to speak of, as an OCI image layout: something for a test to push. */
public final class SmallImage {
    private static final String CONFIG =
            "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";

    private SmallImage() {}

    /** Writes the image, tagged {@code 1.0}, into a folder that is made for it; returns the folder. */
    public static Path write(Path folder) throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        String config = blob(blobs, CONFIG);
        String manifest = blob(
                blobs,
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":"
                        + "\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + config + "\",\"size\":"
                        + CONFIG.length() + "},\"layers\":[]}");
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
