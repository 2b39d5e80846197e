package io.github.registrymaven.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.registrymaven.diagnosis.ShellText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code manifest.json} and the config of a docker-archive (docker image spec v1.2). Of layers it reads ten bytes. */
final class ArchiveReader {
    static final String MANIFEST = "manifest.json";

    /** What skopeo takes. */
    static final int MOST_BYTES = 4 << 20;

    private final Store store;
    private final Packing packing = new Packing();

    private ArchiveReader(Store store) {
        this.store = store;
    }

    static DockerArchive read(Store store, Stored manifest) throws IOException {
        JsonDocument document = JsonDocument.parse(manifest.bytes(MOST_BYTES), manifest.place());
        if (document.root() instanceof JsonObject directory && directory.has("layers")) {
            throw BrokenImage.invalid(
                    manifest.place(), " is no list of images but a bare manifest. " + fromDirectory(store));
        }
        List<JsonObject> images = images(document);
        if (images.size() > 1) {
            throw BrokenImage.invalid(
                    manifest.place(),
                    " names " + images.size() + " images, and it is not clear which one is meant: "
                            + Printable.list(
                                    images.stream().map(ArchiveReader::shown).toList())
                            + ". Save one image to an archive: " + savingOne(store, images));
        }
        return new ArchiveReader(store).archive(images.get(0), manifest.place());
    }

    /** Whether it may be what docker means by that name, which others give to files of their own. */
    static boolean isList(Stored manifest) throws IOException {
        try {
            return JsonDocument.parse(manifest.bytes(MOST_BYTES), manifest.place())
                            .root()
                    instanceof JsonArray;
        } catch (BrokenImage broken) {
            return true;
        }
    }

    /** The images of the archive. Several names of the same image are one: crane writes each for itself. */
    static List<JsonObject> images(JsonDocument manifest) throws BrokenImage {
        if (!(manifest.root() instanceof JsonArray array) || array.isEmpty()) {
            throw BrokenImage.invalid(manifest.place(), " names no image");
        }
        Map<List<Object>, JsonObject> images = new LinkedHashMap<>();
        for (JsonElement each : array) {
            if (!(each instanceof JsonObject image)) {
                throw BrokenImage.invalid(manifest.place(), " does not describe its image");
            }
            images.putIfAbsent(Arrays.asList(image.get("Config"), image.get("Layers")), image);
        }
        return List.copyOf(images.values());
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
            throw BrokenImage.missing(place, " names the " + what + " " + Printable.of(path) + ", which is not there");
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
                                + "Save the image as an OCI layout instead: skopeo copy "
                                + ShellText.quoted(
                                        "docker-archive:" + (store instanceof TarStore ? store.path() : "app.tar"))
                                + " oci:image");
        };
    }

    private static JsonArray orNone(@Nullable JsonArray array) {
        return array == null ? new JsonArray() : array;
    }

    private static String shown(JsonObject image) {
        String names = String.join(" ", names(image));
        return names.isEmpty() ? "one without a name" : Printable.of(names);
    }

    private static List<String> names(JsonObject image) {
        return Objects.requireNonNullElse(JsonDocument.strings(image, "RepoTags"), List.of());
    }

    private static String savingOne(Store store, List<JsonObject> images) {
        for (JsonObject image : images) {
            if (store instanceof TarStore && !names(image).isEmpty()) {
                String name = Printable.of(names(image).get(0));
                return "docker save -o app.tar NAME. To take " + name + " out of this one: skopeo copy "
                        + ShellText.quoted("docker-archive:" + store.path() + ":" + name)
                        + " docker-archive:image.tar";
            }
        }
        return "docker save -o app.tar NAME";
    }

    private static String fromDirectory(Store store) {
        return "A folder that skopeo calls dir, and podman docker-dir, has to become an OCI layout: "
                + (store instanceof FolderStore
                        ? "skopeo copy --all " + ShellText.quoted("dir:" + store.path())
                        : "extract the tar to a folder, and skopeo copy --all dir:FOLDER")
                + " oci:image";
    }
}
