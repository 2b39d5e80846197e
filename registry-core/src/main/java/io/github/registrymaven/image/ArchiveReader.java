package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code manifest.json} and the config of a docker-archive (docker image spec v1.2). Of layers it reads ten bytes. */
final class ArchiveReader {
    static final String MANIFEST = "manifest.json";

    /** What skopeo takes. */
    private static final int MOST_BYTES = 4 << 20;

    private final Store store;
    private final Packing packing = new Packing();

    private ArchiveReader(Store store) {
        this.store = store;
    }

    static DockerArchive read(Store store, Stored manifest) throws IOException {
        return new ArchiveReader(store).archive(only(manifest), manifest.place());
    }

    /** The one image of the archive. */
    private static JsonObject only(Stored manifest) throws IOException {
        JsonElement root =
                JsonDocument.parse(manifest.bytes(MOST_BYTES), manifest.place()).root();
        if (!(root instanceof JsonArray images) || images.isEmpty()) {
            throw BrokenImage.invalid(manifest.place(), " names no image");
        }
        if (images.size() > 1) {
            throw BrokenImage.invalid(
                    manifest.place(),
                    " names " + images.size() + " images, and it is not clear which one is meant: " + list(images)
                            + ". Save one image to an archive: docker save -o app.tar NAME");
        }
        if (images.get(0) instanceof JsonObject image) {
            return image;
        }
        throw BrokenImage.invalid(manifest.place(), " does not describe its image");
    }

    private DockerArchive archive(JsonObject image, String place) throws IOException {
        List<String> paths = JsonDocument.strings(image, "Layers");
        if (paths == null || paths.isEmpty()) {
            throw BrokenImage.invalid(place, " names no layers, so that there is nothing in the image to run");
        }
        Stored stored = find(JsonDocument.string(image, "Config"), place, "config");
        Blob config = config(stored);
        List<String> diffIds = diffIds(stored, paths.size());
        JsonObject sources = JsonDocument.object(image, "LayerSources");
        Map<String, RawLayer> known = new HashMap<>();
        List<RawLayer> layers = new ArrayList<>();
        List<@Nullable JsonObject> foreign = new ArrayList<>();
        for (int at = 0; at < paths.size(); at++) {
            String diffId = diffIds.get(at);
            JsonObject elsewhere = elsewhere(sources, diffId, place);
            foreign.add(elsewhere);
            if (elsewhere == null) {
                RawLayer layer = known.get(diffId);
                if (layer == null) {
                    layer = layer(find(paths.get(at), place, "layer"), diffId);
                    known.put(diffId, layer);
                }
                layers.add(layer);
            }
        }
        return new DockerArchive(config, layers, foreign, packing);
    }

    private Stored find(@Nullable String path, String place, String what) throws IOException {
        if (path == null) {
            throw BrokenImage.invalid(place, " names no " + what);
        }
        Stored stored = store.find(path);
        if (stored == null) {
            throw BrokenImage.missing(
                    place, " names the " + what + " " + Printable.of(path) + ", which is not in the archive");
        }
        return stored;
    }

    private static Blob config(Stored stored) throws IOException {
        ContentDigest digest = ContentDigest.sha256(stored.bytes(MOST_BYTES));
        return new Blob(
                new Descriptor(DockerArchive.CONFIG, digest.toString(), stored.size()),
                new VerifiedContent(stored, digest));
    }

    private static List<String> diffIds(Stored config, int layers) throws IOException {
        JsonObject json =
                JsonDocument.parse(config.bytes(MOST_BYTES), config.place()).object();
        JsonObject rootfs = JsonDocument.object(json, "rootfs");
        List<String> diffIds = rootfs == null ? null : JsonDocument.strings(rootfs, "diff_ids");
        if (diffIds == null) {
            throw BrokenImage.invalid(config.place(), " is no image config: it has no rootfs.diff_ids");
        }
        if (diffIds.size() != layers) {
            throw BrokenImage.invalid(
                    config.place(),
                    " has " + diffIds.size() + " rootfs.diff_ids, and " + MANIFEST + " names " + layers + " layers");
        }
        for (String diffId : diffIds) {
            if (ContentDigest.parse(diffId) == null) {
                throw BrokenImage.invalid(
                        config.place(),
                        " has among its rootfs.diff_ids " + Printable.of(diffId) + ", which is no digest");
            }
        }
        return diffIds;
    }

    /** What the manifest says of a layer that has URLs, which is not pushed. Docker writes sources of others, too. */
    private static @Nullable JsonObject elsewhere(@Nullable JsonObject sources, String diffId, String place)
            throws BrokenImage {
        JsonObject source = sources == null ? null : JsonDocument.object(sources, diffId);
        if (source == null || orNone(JsonDocument.array(source, "urls")).isEmpty()) {
            return null;
        }
        return Named.parse(source, place, "a layer's source").json();
    }

    private RawLayer layer(Stored stored, String diffId) throws IOException {
        ContentDigest digest = ContentDigest.parse(diffId);
        if (digest == null) {
            throw new IllegalArgumentException(diffId);
        }
        Compression compression = Compression.of(stored);
        return switch (compression) {
            case NONE -> new PlainLayer(stored, digest, packing);
            case GZIP -> new GzipLayer(stored, digest, packing);
            default ->
                throw BrokenImage.invalid(
                        stored.place(),
                        " is compressed with " + compression + ", for which docker's manifest has no name. "
                                + "Save the image as an OCI layout instead: skopeo copy docker-archive:app.tar oci:app");
        };
    }

    private static JsonArray orNone(@Nullable JsonArray array) {
        return array == null ? new JsonArray() : array;
    }

    private static String list(JsonArray images) {
        List<String> shown = new ArrayList<>();
        for (JsonElement image : images) {
            if (shown.size() == 10) {
                shown.add("...");
                break;
            }
            List<String> tags = image instanceof JsonObject object ? JsonDocument.strings(object, "RepoTags") : null;
            shown.add(tags == null || tags.isEmpty() ? "one without a name" : Printable.of(String.join(" ", tags)));
        }
        return String.join(", ", shown);
    }
}
