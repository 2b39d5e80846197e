package io.github.registrymaven.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an image weighs as a registry keeps it: config and compressed layers. An image for several platforms has one for each.
 *
 * @param layers lowest first; one that is fetched from elsewhere is not among them
 */
public record ImageWeight(long configBytes, List<Layer> layers) {
    private static final int BUFFER = 1 << 16;

    public ImageWeight {
        layers = List.copyOf(layers);
    }

    /** All of it, in bytes. */
    public long bytes() {
        return configBytes + layers.stream().mapToLong(Layer::bytes).sum();
    }

    /** As the image lies here: of a finished one what it weighs, of a docker-archive what it does before it is compressed. */
    public static List<ImageWeight> asItLies(ImageSource source) {
        if (source instanceof UnpackedImage unpacked) {
            List<Long> sizes = unpacked.layers().stream().map(RawLayer::size).toList();
            return List.of(of(unpacked.config(), sizes));
        }
        return ((FinishedImage) source)
                .manifests().stream()
                        .filter(manifest -> !manifest.blobs().isEmpty())
                        .map(ImageWeight::of)
                        .toList();
    }

    /** As a registry would keep it, for which the layers of a docker-archive are compressed, and not kept. */
    public static List<ImageWeight> asPushed(ImageSource source) throws IOException {
        if (!(source instanceof UnpackedImage unpacked)) {
            return asItLies(source);
        }
        List<Long> sizes = new ArrayList<>();
        byte[] buffer = new byte[BUFFER];
        for (RawLayer layer : unpacked.layers()) {
            try (PackedLayer packed = layer.pack()) {
                int read = 0;
                while (read >= 0) {
                    read = packed.read(buffer, 0, buffer.length);
                }
                sizes.add(packed.descriptor().size());
            }
        }
        return List.of(of(unpacked.config(), sizes));
    }

    /** Of the image of a manifest that is no index. */
    public static ImageWeight of(Manifest manifest) {
        List<Long> sizes = manifest.blobs().stream()
                .map(Blob::descriptor)
                .filter(descriptor -> !descriptor.isConfig())
                .map(Descriptor::size)
                .toList();
        return of(
                manifest.blobs().stream()
                        .filter(blob -> blob.descriptor().isConfig())
                        .findFirst()
                        .orElse(null),
                sizes);
    }

    private static ImageWeight of(@Nullable Blob config, List<Long> sizes) {
        List<String> lines = config == null ? List.of() : History.of(config, sizes.size());
        List<Layer> layers = new ArrayList<>();
        for (int at = 0; at < sizes.size(); at++) {
            layers.add(new Layer(at + 1, sizes.get(at), lines.isEmpty() ? "" : lines.get(at)));
        }
        return new ImageWeight(config == null ? 0 : config.descriptor().size(), layers);
    }
}
