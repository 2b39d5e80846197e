package io.github.registrymaven.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v2/<name>/manifests/<reference>}: spec "Pushing manifests", "Pulling manifests", "Deleting". */
final class Manifests {
    private static final int MOST_BYTES = 4 << 20;

    private final Store store;
    private final Rules rules;

    Manifests(Store store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    void handle(Exchange exchange, String repository, String reference) throws IOException, Refused {
        switch (exchange.method()) {
            case "GET", "HEAD" -> send(exchange, repository, reference);
            case "PUT" -> take(exchange, repository, reference);
            case "DELETE" -> delete(exchange, repository, reference);
            default -> throw new Refused(405, "UNSUPPORTED", "The operation is unsupported.");
        }
    }

    private void send(Exchange exchange, String repository, String reference) throws IOException, Refused {
        Store.Manifest manifest = find(repository, reference);
        exchange.with("Docker-Content-Digest", manifest.digest()).answer(200, manifest.mediaType(), manifest.bytes());
    }

    private Store.Manifest find(String repository, String reference) throws Refused {
        Store.Repository held = store.find(repository);
        if (held == null) {
            throw new Refused(404, "NAME_UNKNOWN", "repository name not known to registry");
        }
        Store.Manifest manifest = held.manifest(reference);
        if (manifest == null) {
            throw new Refused(404, "MANIFEST_UNKNOWN", "manifest unknown");
        }
        return manifest;
    }

    private void take(Exchange exchange, String repository, String reference) throws IOException, Refused {
        rules.checkWritable();
        rules.checkExists(store, repository);
        byte[] bytes = exchange.body().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refused(413, "MANIFEST_INVALID", "the manifest is larger than 4 MiB");
        }
        JsonObject manifest = parsed(bytes);
        Store.Repository known = store.find(repository);
        // A manifest that is refused leaves no repository behind.
        Store.Repository held = known == null ? new Store.Repository() : known;
        checkReferences(held, manifest);
        String digest = Digests.of(bytes);
        if (Digests.isDigest(reference)) {
            if (!reference.equals(digest)) {
                throw new Refused(400, "DIGEST_INVALID", "provided digest did not match uploaded content");
            }
        } else if (reference.matches("\\w[\\w.-]{0,127}")) {
            rules.checkTag(exchange.header("Authorization"), repository, held, reference, digest);
        } else {
            throw new Refused(400, "TAG_INVALID", "manifest tag did not match URI");
        }
        String tag = Digests.isDigest(reference) ? null : reference;
        store.keep(repository, digest, mediaType(exchange, manifest), bytes, tag);
        String subject = digestOf(manifest.get("subject"));
        if (subject != null) {
            exchange.with("OCI-Subject", subject);
        }
        exchange.with("Location", exchange.base() + "/v2/" + repository + "/manifests/" + digest)
                .with("Docker-Content-Digest", digest)
                .empty(201);
    }

    private static JsonObject parsed(byte[] bytes) throws Refused {
        try {
            JsonElement read = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
            if (read instanceof JsonObject object && object.has("schemaVersion")) {
                return object;
            }
        } catch (JsonParseException notJson) {
            throw new Refused(400, "MANIFEST_INVALID", "manifest invalid: not JSON");
        }
        throw new Refused(400, "MANIFEST_INVALID", "manifest invalid");
    }

    /** Whatever a manifest names must be there already: configuration, layers, manifests of an index. */
    private static void checkReferences(Store.Repository held, JsonObject manifest) throws Refused {
        List<JsonElement> blobs = new ArrayList<>();
        if (manifest.has("config")) {
            blobs.add(manifest.get("config"));
        }
        addAll(blobs, manifest, "layers");
        for (JsonElement blob : blobs) {
            String digest = digestOf(blob);
            boolean foreign = blob instanceof JsonObject object && object.has("urls");
            if (digest == null || (!foreign && !held.blobs.containsKey(digest))) {
                throw new Refused(400, "MANIFEST_BLOB_UNKNOWN", "blob unknown to registry: " + digest);
            }
        }
        List<JsonElement> manifests = new ArrayList<>();
        addAll(manifests, manifest, "manifests");
        for (JsonElement child : manifests) {
            String digest = digestOf(child);
            if (digest == null || !held.manifests.containsKey(digest)) {
                throw new Refused(400, "MANIFEST_UNKNOWN", "manifest unknown to registry: " + digest);
            }
        }
    }

    private static void addAll(List<JsonElement> found, JsonObject manifest, String name) {
        if (manifest.get(name) instanceof JsonArray array) {
            array.forEach(found::add);
        }
    }

    private static @Nullable String digestOf(@Nullable JsonElement descriptor) {
        return descriptor instanceof JsonObject object && object.get("digest") instanceof JsonPrimitive digest
                ? digest.getAsString()
                : null;
    }

    private static String mediaType(Exchange exchange, JsonObject manifest) {
        String sent = exchange.header("Content-Type");
        if (sent != null && !sent.isEmpty()) {
            return sent;
        }
        return manifest.has("mediaType")
                ? manifest.get("mediaType").getAsString()
                : "application/vnd.oci.image.manifest.v1+json";
    }

    private void delete(Exchange exchange, String repository, String reference) throws IOException, Refused {
        rules.checkWritable();
        Store.Manifest manifest = find(repository, reference);
        Store.Repository held = store.create(repository);
        if (Digests.isDigest(reference)) {
            held.manifests.remove(manifest.digest());
            held.tags.values().removeIf(manifest.digest()::equals);
        } else {
            held.tags.remove(reference);
        }
        exchange.empty(202);
    }
}
