package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the index and the manifests of an OCI layout (OCI image spec, "Image Layout", "Image Index", "Image Manifest"),
 * docker's names for the same among them. Of blobs it looks whether they are there, and how large.
 */
final class LayoutReader {
    static final String INDEX = "index.json";

    /** What registries take for a manifest: distribution and most others refuse more than 4 MiB. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int MOST_MANIFESTS = 1000;
    private static final int MOST_BYTES_TOGETHER = 32 << 20;
    private static final int DEEPEST = 8;

    private final Store store;
    /**
     * By digest, each after those that it names. By its text, as the blobs are, and not as a record: for the first of these
     * that is hashed the JVM puts dozens of classes together.
     */
    private final Map<String, Manifest> manifests = new LinkedHashMap<>();

    private long bytesTogether;

    private LayoutReader(Store store) {
        this.store = store;
    }

    static OciLayout read(Store store, Stored index) throws IOException {
        LayoutReader reader = new LayoutReader(store);
        reader.take(only(index), index.place(), 1);
        return new OciLayout(new ArrayList<>(reader.manifests.values()));
    }

    /**
     * The one image of the layout. Its own index is a list of what lies there, not an image: skopeo and crane, too, refuse one
     * of several entries as long as nobody says which is meant. Several names of the same image are one.
     */
    private static Named only(Stored index) throws IOException {
        JsonDocument document = JsonDocument.parse(index.bytes(MOST_BYTES), index.place());
        JsonArray entries = JsonDocument.array(document.object(), "manifests");
        if (entries == null || entries.isEmpty()) {
            throw BrokenImage.invalid(index.place(), " names no image");
        }
        Map<String, Named> images = new LinkedHashMap<>();
        for (JsonElement entry : entries) {
            Named named = Named.parse(entry, index.place(), "an entry of manifests");
            images.putIfAbsent(named.descriptor().digest(), named);
        }
        if (images.size() > 1) {
            throw BrokenImage.invalid(
                    index.place(),
                    " names " + images.size() + " images, and it is not clear which one is meant: "
                            + list(images.values())
                            + ". Write one image to a layout; platforms of one image go into an index below it");
        }
        return images.values().iterator().next();
    }

    private void take(Named named, String by, int depth) throws IOException {
        if (manifests.containsKey(named.descriptor().digest())) {
            return;
        }
        if (depth > DEEPEST || manifests.size() >= MOST_MANIFESTS) {
            throw BrokenImage.invalid(
                    by,
                    " is nested deeper than " + DEEPEST + " levels, or has more than " + MOST_MANIFESTS + " manifests");
        }
        Stored stored = find(named, by);
        byte[] bytes = new VerifiedContent(stored, named.digest()).bytes(MOST_BYTES);
        bytesTogether += bytes.length;
        if (bytesTogether > MOST_BYTES_TOGETHER) {
            throw BrokenImage.invalid(by, " has manifests of more than " + MOST_BYTES_TOGETHER + " bytes together");
        }
        JsonObject manifest = JsonDocument.parse(bytes, stored.place()).object();
        List<Blob> blobs = List.of();
        if (isIndex(manifest, named, stored.place())) {
            for (JsonElement child : orNone(JsonDocument.array(manifest, "manifests"))) {
                take(Named.parse(child, stored.place(), "an entry of manifests"), stored.place(), depth + 1);
            }
        } else {
            blobs = blobs(manifest, stored.place());
        }
        manifests.put(named.descriptor().digest(), new Manifest(named.descriptor(), bytes, blobs));
    }

    /**
     * By what is in it: a manifest that could be read as either is one for an attack (GHSA-mc8v-mgrf-8f4m), and one whose media
     * type is not the one that it is announced with is refused by registries.
     */
    private static boolean isIndex(JsonObject manifest, Named named, String place) throws BrokenImage {
        String written = JsonDocument.string(manifest, "mediaType");
        String announced = named.descriptor().mediaType();
        if (written != null && !written.isEmpty() && !written.equals(announced)) {
            throw BrokenImage.invalid(
                    place, " is announced as " + announced + ", and says that it is " + Printable.of(written));
        }
        boolean isIndex = manifest.has("manifests");
        if (isIndex == (manifest.has("layers") || manifest.has("config"))) {
            throw BrokenImage.invalid(
                    place, isIndex ? " is index and manifest at once" : " is neither an index nor an image manifest");
        }
        return isIndex;
    }

    private List<Blob> blobs(JsonObject manifest, String place) throws IOException {
        JsonArray layers = JsonDocument.array(manifest, "layers");
        if (layers == null || layers.isEmpty()) {
            throw BrokenImage.invalid(place, " has no layers, so that there is nothing in it to run");
        }
        JsonElement config = manifest.get("config");
        if (config == null) {
            throw BrokenImage.invalid(place, " has no config");
        }
        Map<String, Blob> blobs = new LinkedHashMap<>();
        add(blobs, Named.parse(config, place, "its config"), place);
        for (JsonElement layer : layers) {
            Named named = Named.parse(layer, place, "one of its layers");
            // As skopeo does: what has URLs is to be fetched from there ("foreign" layers of Windows), and the
            // distribution registry asks only for what has none. The manifest keeps it.
            if (!named.elsewhere()) {
                add(blobs, named, place);
            }
        }
        return new ArrayList<>(blobs.values());
    }

    private void add(Map<String, Blob> blobs, Named named, String place) throws IOException {
        String digest = named.descriptor().digest();
        if (!blobs.containsKey(digest)) {
            blobs.put(digest, new Blob(named.descriptor(), new VerifiedContent(find(named, place), named.digest())));
        }
    }

    private Stored find(Named named, String by) throws IOException {
        Stored stored = store.find(named.digest().blob());
        if (stored == null) {
            throw BrokenImage.missing(
                    by, " names " + named.digest() + ", and " + named.digest().blob() + " is not there");
        }
        if (stored.size() != named.descriptor().size()) {
            throw BrokenImage.altered(
                    stored.place(),
                    " has " + stored.size() + " bytes, and should have "
                            + named.descriptor().size());
        }
        return stored;
    }

    private static JsonArray orNone(@Nullable JsonArray array) {
        return Objects.requireNonNullElseGet(array, JsonArray::new);
    }

    private static String list(Collection<Named> images) {
        List<String> shown = new ArrayList<>();
        for (Named image : images) {
            if (shown.size() == 10) {
                shown.add("...");
                break;
            }
            JsonObject annotations = JsonDocument.object(image.json(), "annotations");
            String name =
                    annotations == null ? null : JsonDocument.string(annotations, "org.opencontainers.image.ref.name");
            shown.add(name == null ? image.digest().toString() : Printable.of(name) + " (" + image.digest() + ")");
        }
        return String.join(", ", shown);
    }
}
