package io.github.registrymaven.image;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code docker save} writes (docker image spec v1.2, "Combined Image JSON + Filesystem Changeset Format").
 *
 * <p>It gets docker's manifest (image manifest version 2, schema 2) and not OCI's, as skopeo and docker itself give it: the
 * config is docker's own and is pushed byte for byte, so that its media type is docker's; every registry takes this manifest,
 * also those that know no OCI; and layers have to be named in the manifest's own terms.
 *
 * @param layers those to be pushed
 * @param foreign for each layer of the image, what the manifest says of it where it is to be fetched from elsewhere, else null
 */
record DockerArchive(Blob config, List<RawLayer> layers, List<@Nullable JsonObject> foreign, Packing packing)
        implements UnpackedImage {
    static final String CONFIG = "application/vnd.docker.container.image.v1+json";
    static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    @Override
    public Manifest manifest(List<Descriptor> packed) {
        if (packed.size() != layers.size()) {
            throw new IllegalArgumentException(packed.size() + " descriptors for " + layers.size() + " layers");
        }
        JsonArray described = new JsonArray();
        Iterator<Descriptor> next = packed.iterator();
        for (JsonObject each : foreign) {
            described.add(each == null ? json(next.next()) : each);
        }
        JsonObject manifest = new JsonObject();
        manifest.addProperty("schemaVersion", 2);
        manifest.addProperty("mediaType", MANIFEST);
        manifest.add("config", json(config.descriptor()));
        manifest.add("layers", described);
        byte[] bytes = GSON.toJson(manifest).getBytes(StandardCharsets.UTF_8);
        String digest = ContentDigest.sha256(bytes).toString();
        return new Manifest(new Descriptor(MANIFEST, digest, bytes.length), bytes, List.of());
    }

    @Override
    public void close() {
        packing.close();
    }

    private static JsonObject json(Descriptor descriptor) {
        JsonObject json = new JsonObject();
        json.addProperty("mediaType", descriptor.mediaType());
        json.addProperty("size", descriptor.size());
        json.addProperty("digest", descriptor.digest());
        return json;
    }
}
