package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image manifest or an index, in the bytes that a registry gets.
 *
 * @param blobs what a registry must have before it takes the manifest; none for an index, and no layer that its {@code urls}
 *     say to fetch from elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record Manifest(Descriptor descriptor, byte[] bytes, List<Blob> blobs) {
    public Manifest {
        blobs = List.copyOf(blobs);
    }

    /** The first place that a layer is to be fetched from instead of the registry ("foreign"); null where there is none. */
    public @Nullable String elsewhere() {
        try {
            JsonArray layers = JsonDocument.array(
                    JsonDocument.parse(bytes, descriptor.digest()).object(), "layers");
            for (JsonElement layer : layers == null ? new JsonArray() : layers) {
                List<String> urls = layer instanceof JsonObject one ? JsonDocument.strings(one, "urls") : null;
                if (urls != null && !urls.isEmpty()) {
                    return Printable.of(urls.get(0));
                }
            }
            return null;
        } catch (BrokenImage unreadable) {
            return null;
        }
    }
}
