package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private final Map<String, byte[]> verified = new HashMap<>();
    private long bytesTogether;

    LayoutReader(Store store) {
        this.store = store;
    }

    static OciLayout read(Store store, Stored index) throws IOException {
        LayoutReader reader = new LayoutReader(store);
        return reader.read(reader.choice(index), index.place());
    }

    /**
     * The image that was saved, with all its platforms, or with none but its own where others are not there. Null where it is
     * not in the layout.
     */
    @Nullable
    OciLayout readWhatHas(SavedImage saved, Stored index) throws IOException {
        Named root = choice(index);
        Named meant = meant(saved, root, index.place(), 1);
        if (meant == null) {
            return null;
        }
        try {
            return read(root, index.place());
        } catch (BrokenImage lacking) {
            if (lacking.why() != Cause.LOCAL_IMAGE_MISSING) {
                throw lacking;
            }
            manifests.clear();
            return read(meant, index.place());
        }
    }

    private @Nullable Named meant(SavedImage saved, Named named, String by, int depth) throws IOException {
        if (depth > DEEPEST || store.find(named.digest().blob()) == null) {
            return null;
        }
        JsonDocument document = document(named, by);
        if (saved.isOf(document.object(), document.place())) {
            return named;
        }
        Set<String> seen = new HashSet<>();
        for (JsonElement each : children(document)) {
            Named child = Named.parse(each, document.place(), "an entry of manifests");
            Named meant =
                    seen.add(child.descriptor().digest()) ? meant(saved, child, document.place(), depth + 1) : null;
            if (meant != null) {
                return meant;
            }
        }
        return null;
    }

    private Named choice(Stored index) throws IOException {
        return new LayoutIndex(this, store, JsonDocument.parse(index.bytes(MOST_BYTES), index.place())).only();
    }

    private OciLayout read(Named named, String by) throws IOException {
        take(named, by, 1);
        return new OciLayout(new ArrayList<>(manifests.values()));
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
        String place = stored.place();
        byte[] bytes = bytes(stored, named, by);
        JsonDocument document = JsonDocument.parse(bytes, place);
        List<Blob> blobs = List.of();
        if (isIndex(document.object(), named, place)) {
            JsonArray children = children(document);
            if (children.isEmpty()) {
                throw BrokenImage.invalid(place, " is an index that names no image, so that there is nothing to run");
            }
            for (JsonElement child : children) {
                take(Named.parse(child, place, "an entry of manifests"), place, depth + 1);
            }
        } else {
            blobs = blobs(document.object(), place);
        }
        manifests.put(named.descriptor().digest(), new Manifest(named.descriptor(), bytes, blobs));
    }

    /** A manifest or an index, verified. */
    JsonDocument document(Named named, String by) throws IOException {
        Stored stored = find(named, by);
        return JsonDocument.parse(bytes(stored, named, by), stored.place());
    }

    /** Read and verified once, however often it is looked into. */
    private byte[] bytes(Stored stored, Named named, String by) throws IOException {
        byte[] known = verified.get(named.descriptor().digest());
        if (known != null) {
            return known;
        }
        byte[] bytes = new VerifiedContent(stored, named.digest()).bytes(MOST_BYTES);
        bytesTogether += bytes.length;
        if (bytesTogether > MOST_BYTES_TOGETHER) {
            throw BrokenImage.invalid(by, " has manifests of more than " + MOST_BYTES_TOGETHER + " bytes together");
        }
        verified.put(named.descriptor().digest(), bytes);
        return bytes;
    }

    static JsonArray children(JsonDocument document) throws BrokenImage {
        return Objects.requireNonNullElseGet(JsonDocument.array(document.object(), "manifests"), JsonArray::new);
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
}
