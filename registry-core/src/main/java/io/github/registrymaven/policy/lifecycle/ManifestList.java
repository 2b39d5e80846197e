package io.github.registrymaven.policy.lifecycle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.registrymaven.json.BoundedJson;
import io.github.registrymaven.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A manifest list or an OCI index, as far as policies look at it. */
public final class ManifestList {
    private static final int MOST_VALUES = 100_000;

    private ManifestList() {}

    /** Whether a manifest of this type is one. */
    public static boolean isOne(@Nullable String mediaType) {
        return "application/vnd.oci.image.index.v1+json".equals(mediaType)
                || "application/vnd.docker.distribution.manifest.list.v2+json".equals(mediaType);
    }

    /** The digests that it names; null where the text is no list. */
    public static @Nullable List<String> digests(String manifest) {
        try {
            if (!(BoundedJson.parse(manifest, MOST_VALUES) instanceof JsonObject list)
                    || !(list.get("manifests") instanceof JsonArray entries)) {
                return null;
            }
            List<String> digests = new ArrayList<>();
            for (JsonElement entry : entries) {
                if (entry instanceof JsonObject object && object.get("digest") instanceof JsonPrimitive digest) {
                    digests.add(digest.getAsString());
                }
            }
            return digests;
        } catch (JsonProblem unreadable) {
            return null;
        }
    }
}
