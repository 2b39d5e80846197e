package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The images that a preflight was asked about, by what they mean. */
final class Asked {
    private final List<RequestedImage> images;
    private final Map<ImageReference, WellNamed> wellNamed = new LinkedHashMap<>();

    /** Images of one reference, and what is said of their name. */
    record WellNamed(Finding name, List<RequestedImage> images) {}

    /** @param hosts is told of each host as soon as it is clear that it will be asked, once or more often */
    Asked(List<RequestedImage> images, Consumer<String> hosts) {
        this.images = List.copyOf(images);
        for (RequestedImage image : images) {
            if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
                add(valid.reference(), image, hosts);
            }
        }
    }

    private void add(ImageReference reference, RequestedImage image, Consumer<String> hosts) {
        Finding name = ReferenceCheck.of(reference);
        if (name.verdict() != Verdict.FAIL) {
            hosts.accept(reference.host());
            wellNamed
                    .computeIfAbsent(reference, fresh -> new WellNamed(name, new ArrayList<>()))
                    .images()
                    .add(image);
        }
    }

    /** All of them, in the order asked for. */
    List<RequestedImage> images() {
        return images;
    }

    /** Null where the name alone already fails. */
    @Nullable
    WellNamed of(ImageReference reference) {
        return wellNamed.get(reference);
    }

    /** By host, without those whose name alone already fails. */
    Map<String, List<ImageReference>> byHost() {
        Map<String, List<ImageReference>> byHost = new LinkedHashMap<>();
        for (ImageReference image : wellNamed.keySet()) {
            byHost.computeIfAbsent(image.host(), host -> new ArrayList<>()).add(image);
        }
        return byHost;
    }
}
