package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The image that {@code manifest.json} of an archive names, by the paths of its config and layers. */
record SavedImage(String config, List<String> layers) {
    /** Null where it does not name one. */
    static @Nullable SavedImage of(Stored manifest) throws IOException {
        try {
            List<JsonObject> images = ArchiveReader.images(
                    JsonDocument.parse(manifest.bytes(ArchiveReader.MOST_BYTES), manifest.place()));
            String config = JsonDocument.string(images.get(0), "Config");
            List<String> layers = JsonDocument.strings(images.get(0), "Layers");
            return images.size() > 1 || config == null || layers == null ? null : new SavedImage(config, layers);
        } catch (BrokenImage none) {
            return null;
        }
    }

    /** Whether a manifest of an OCI layout names the very same files. */
    boolean isOf(JsonObject manifest, String place) throws BrokenImage {
        JsonElement described = manifest.get("config");
        if (described == null || !blob(described, place).equals(config)) {
            return false;
        }
        List<String> blobs = new ArrayList<>();
        for (JsonElement layer :
                Objects.requireNonNullElseGet(JsonDocument.array(manifest, "layers"), JsonArray::new)) {
            blobs.add(blob(layer, place));
        }
        return blobs.equals(layers);
    }

    private static String blob(JsonElement described, String place) throws BrokenImage {
        return Named.parse(described, place, "a config or layer").digest().blob();
    }
}
