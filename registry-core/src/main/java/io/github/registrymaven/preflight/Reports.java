package io.github.registrymaven.preflight;

import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The reports of the images that were asked for. Each is made as soon as its image has been seen, while the registry is being
 * asked about others: what is concluded from an answer takes a cold JVM as long as the wait for the next. Thread-safe.
 */
final class Reports {
    private final List<RequestedImage> requested;
    private final Reporter reporter;
    private final Map<ImageReference, WellNamed> wellNamed = new LinkedHashMap<>();
    private final ConcurrentMap<RequestedImage, ImageReport> made = new ConcurrentHashMap<>();

    Reports(List<RequestedImage> requested, Reporter reporter) {
        this.requested = List.copyOf(requested);
        this.reporter = reporter;
        for (RequestedImage image : requested) {
            if (ImageReference.parse(image.reference()) instanceof ParsedReference.Valid valid) {
                Finding name = ReferenceCheck.of(valid.reference());
                if (name.verdict() != Verdict.FAIL) {
                    wellNamed
                            .computeIfAbsent(valid.reference(), reference -> new WellNamed(name, new ArrayList<>()))
                            .images()
                            .add(image);
                }
            }
        }
    }

    /** What is said of a name, and the images that have it. */
    private record WellNamed(Finding name, List<RequestedImage> images) {}

    /** Images by host, without those whose name alone already fails. */
    Map<String, List<ImageReference>> worthAsking() {
        Map<String, List<ImageReference>> byHost = new LinkedHashMap<>();
        for (ImageReference image : wellNamed.keySet()) {
            byHost.computeIfAbsent(image.host(), host -> new ArrayList<>()).add(image);
        }
        return byHost;
    }

    void seen(Observation observation) {
        WellNamed seen = wellNamed.get(observation.image());
        if (seen != null) {
            seen.images()
                    .forEach(image ->
                            made.computeIfAbsent(image, asked -> reporter.report(asked, seen.name(), observation)));
        }
    }

    /** One for each image, in the order asked for. */
    List<ImageReport> all() {
        return requested.stream()
                .map(image -> made.computeIfAbsent(image, reporter::reportUnseen))
                .toList();
    }
}
