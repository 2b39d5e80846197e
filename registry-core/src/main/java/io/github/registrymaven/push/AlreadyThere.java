package io.github.registrymaven.push;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.registrymaven.image.UnpackedImage;
import io.github.registrymaven.json.JsonElements;
import io.github.registrymaven.network.HttpAnswer;
import io.github.registrymaven.network.HttpOutcome;
import io.github.registrymaven.oci.Repository;
import org.jspecify.annotations.Nullable;

/** Whether a tag is the image at hand already, found out in one request and without reading a layer. */
final class AlreadyThere {
    /** What bounds an answer's body: a manifest of this length may have been cut. */
    private static final int CUT = 1 << 20;

    private final Repository repository;
    private final PendingImage image;

    AlreadyThere(Repository repository, PendingImage image) {
        this.repository = repository;
        this.image = image;
    }

    /**
     * What the registry has.
     *
     * @param outcome of the request, where it could not be answered
     * @param digest what the tag points to, where that is the image at hand
     * @param size in bytes, where it was seen
     */
    record Seen(
            HttpOutcome outcome,
            @Nullable String digest,
            @Nullable Long size) {}

    Seen under(String reference) throws InterruptedException {
        UnpackedImage unpacked = image.unpacked();
        if (unpacked == null || image.isKnown()) {
            HttpOutcome outcome = repository.manifest(reference);
            String digest = image.root().descriptor().digest();
            boolean same = outcome instanceof HttpAnswer answer
                    && answer.status() == 200
                    && digest.equals(
                            answer.headers().firstValue("docker-content-digest").orElse(null));
            return new Seen(outcome, same ? digest : null, same ? image.size() : null);
        }
        HttpOutcome outcome = repository.readManifest(reference);
        return outcome instanceof HttpAnswer answer && answer.status() == 200 && answer.body().length < CUT
                ? compared(unpacked, answer)
                : new Seen(outcome, null, null);
    }

    /**
     * A layer's compressed bytes are no part of what an image is: two compressors make two digests of one layer. The config
     * is, and it lists the digest of every uncompressed layer ({@code rootfs.diff_ids}, OCI image spec "Image
     * Configuration"), which whoever pulls the image verifies. So the same config with as many layers is the same image,
     * and the registry vouches that it has the blobs of a manifest that it took.
     */
    private static Seen compared(UnpackedImage unpacked, HttpAnswer answer) {
        JsonObject manifest = JsonElements.object(answer.text());
        JsonObject config = manifest != null && manifest.get("config") instanceof JsonObject there ? there : null;
        JsonArray layers = manifest != null && manifest.get("layers") instanceof JsonArray there ? there : null;
        if (config == null || layers == null) {
            return new Seen(answer, null, null);
        }
        boolean same = unpacked.config().descriptor().digest().equals(text(config, "digest"))
                && layers.size() == unpacked.layers().size();
        if (!same) {
            return new Seen(answer, null, null);
        }
        long size = answer.body().length + size(config);
        for (JsonElement layer : layers) {
            size += layer instanceof JsonObject one ? size(one) : 0;
        }
        return new Seen(answer, Sha256.of(answer.body()), size);
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : null;
    }

    private static long size(JsonObject descriptor) {
        String size = text(descriptor, "size");
        return size != null && size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
    }
}
