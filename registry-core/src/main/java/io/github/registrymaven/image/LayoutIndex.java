package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.registrymaven.diagnosis.ShellText;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The index of an OCI layout. It is a list of what lies there, not an image: skopeo and crane, too, refuse one of several
 * entries as long as nobody says which is meant.
 */
record LayoutIndex(LayoutReader reader, Store store, JsonDocument json) {
    private static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");

    /** The one image of the layout. Several names of the same image are one. */
    Named only() throws IOException {
        JsonArray entries = LayoutReader.children(json);
        if (entries.isEmpty()) {
            throw BrokenImage.invalid(json.place(), " names no image");
        }
        Map<String, Named> images = new LinkedHashMap<>();
        for (JsonElement entry : entries) {
            Named named = Named.parse(entry, json.place(), "an entry of manifests");
            images.merge(named.descriptor().digest(), named, (one, other) -> name(one) == null ? other : one);
        }
        if (images.size() > 1) {
            Set<String> parts = parts(images.values());
            images.values()
                    .removeIf(image -> name(image) == null
                            && parts.contains(image.descriptor().digest()));
        }
        if (images.size() > 1) {
            throw BrokenImage.invalid(
                    json.place(),
                    " names " + images.size() + " images, and it is not clear which one is meant: "
                            + Printable.list(images.values().stream()
                                    .map(LayoutIndex::shown)
                                    .toList())
                            + ". Write one image to a layout; platforms of one image go into an index below it"
                            + takingOut(images.values()));
        }
        return images.values().iterator().next();
    }

    /**
     * The digests that indexes among the entries name. One of these that has no name of its own is a part of an image, not
     * another one: ORAS lists all manifests that lie in a layout.
     */
    private Set<String> parts(Collection<Named> entries) throws IOException {
        Set<String> parts = new HashSet<>();
        for (Named entry : entries) {
            if (INDEXES.contains(entry.descriptor().mediaType())
                    && store.find(entry.digest().blob()) != null) {
                JsonDocument index = reader.document(entry, json.place());
                for (JsonElement each : LayoutReader.children(index)) {
                    Named part = Named.parse(each, index.place(), "an entry of manifests");
                    parts.add(part.descriptor().digest());
                }
            }
        }
        return parts;
    }

    private static String shown(Named image) {
        String name = name(image);
        return name == null ? image.digest().toString() : Printable.of(name) + " (" + image.digest() + ")";
    }

    /** The command for one that has a name, as an example. */
    private String takingOut(Collection<Named> images) {
        String transport = store instanceof FolderStore ? "oci:" : "oci-archive:";
        for (Named image : images) {
            String name = name(image);
            if (name != null) {
                String from = ShellText.quoted(transport + store.path() + ":" + Printable.of(name));
                return ". To take " + Printable.of(name) + " out of it, to a new folder: skopeo copy --all " + from
                        + " oci:image";
            }
        }
        return "";
    }

    private static @Nullable String name(Named image) {
        JsonObject annotations = JsonDocument.object(image.json(), "annotations");
        return annotations == null ? null : JsonDocument.string(annotations, "org.opencontainers.image.ref.name");
    }
}
