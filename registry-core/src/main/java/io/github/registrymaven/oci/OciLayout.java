package io.github.registrymaven.oci;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An image in a folder, by the OCI image layout specification. */
public final class OciLayout {
    private static final int MOST_BYTES = 1 << 20;

    private OciLayout() {}

    /**
     * The digest that the image will have in a registry; null where the folder is no layout, or holds several images so
     * that it is not clear which one is meant.
     *
     * @throws IOException if the folder's index cannot be read
     */
    public static @Nullable String digestOf(Path folder) throws IOException {
        Path index = folder.resolve("index.json");
        if (!Files.isRegularFile(index)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(index)) {
            JsonObject read = Json.object(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            JsonArray manifests = read == null ? null : Json.array(read, "manifests");
            return manifests != null && manifests.size() == 1 && manifests.get(0) instanceof JsonObject manifest
                    ? Json.string(manifest, "digest")
                    : null;
        }
    }
}
