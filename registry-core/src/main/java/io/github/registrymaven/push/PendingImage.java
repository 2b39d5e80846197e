package io.github.registrymaven.push;

import io.github.registrymaven.image.Blob;
import io.github.registrymaven.image.Descriptor;
import io.github.registrymaven.image.FinishedImage;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.image.ImageWeight;
import io.github.registrymaven.image.Layer;
import io.github.registrymaven.image.Manifest;
import io.github.registrymaven.image.RawLayer;
import io.github.registrymaven.image.UnpackedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The image of a push: each blob once, however often it is named, and manifests as soon as they are known. */
final class PendingImage {
    private final ImageSource source;
    private final Map<String, PendingBlob> blobs = new LinkedHashMap<>();

    PendingImage(ImageSource source) {
        this.source = source;
        if (source instanceof FinishedImage finished) {
            List<Blob> distinct = new ArrayList<>(finished.manifests().stream()
                    .flatMap(manifest -> manifest.blobs().stream())
                    .collect(
                            LinkedHashMap<String, Blob>::new,
                            (map, blob) -> map.putIfAbsent(blob.descriptor().digest(), blob),
                            Map::putAll)
                    .values());
            for (int at = 0; at < distinct.size(); at++) {
                add(PendingBlob.of(distinct.get(at), "blob " + (at + 1) + " of " + distinct.size()));
            }
        } else {
            UnpackedImage unpacked = (UnpackedImage) source;
            List<RawLayer> layers = unpacked.layers();
            for (int at = 0; at < layers.size(); at++) {
                add(PendingBlob.of(layers.get(at), "layer " + (at + 1) + " of " + layers.size()));
            }
            add(PendingBlob.of(unpacked.config(), "the config"));
        }
    }

    private void add(PendingBlob blob) {
        blobs.putIfAbsent(blob.key(), blob);
    }

    List<PendingBlob> blobs() {
        return List.copyOf(blobs.values());
    }

    /** The layers of the image, or of that of several, to which a blob belongs, lowest first. */
    List<Layer> layers(PendingBlob blob) {
        if (source instanceof UnpackedImage) {
            return ImageWeight.asItLies(source).get(0).layers();
        }
        return ((FinishedImage) source)
                .manifests().stream()
                        .filter(manifest -> manifest.blobs().stream()
                                .anyMatch(each -> each.descriptor().digest().equals(blob.key())))
                        .findFirst()
                        .map(manifest -> ImageWeight.of(manifest).layers())
                        .orElse(List.of());
    }

    /** Whether the digest is known, which for layers that are compressed on the way it is after the first push. */
    boolean isKnown() {
        return blobs.values().stream().allMatch(blob -> blob.descriptor() != null);
    }

    /** All manifests, the one that tags point to at the end. Only where the image is known. */
    List<Manifest> manifests() {
        if (source instanceof FinishedImage finished) {
            return finished.manifests();
        }
        UnpackedImage unpacked = (UnpackedImage) source;
        List<Descriptor> layers = unpacked.layers().stream()
                .map(layer -> Objects.requireNonNull(blobs.get(layer.diffId())))
                .map(blob -> Objects.requireNonNull(blob.descriptor()))
                .toList();
        return List.of(unpacked.manifest(layers));
    }

    /** What tags point to. Only where the image is known. */
    Manifest root() {
        List<Manifest> manifests = manifests();
        return manifests.get(manifests.size() - 1);
    }

    /** Of all blobs and manifests, in bytes. Only where the image is known. */
    long size() {
        return blobs.values().stream().mapToLong(PendingBlob::size).sum()
                + manifests().stream()
                        .mapToLong(manifest -> manifest.descriptor().size())
                        .sum();
    }

    /** The image that is still to be compressed; null where there is none. */
    @Nullable
    UnpackedImage unpacked() {
        return source instanceof UnpackedImage unpacked ? unpacked : null;
    }
}
