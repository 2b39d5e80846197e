package io.github.registrymaven.preflight;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The reports of the images that were asked for. Each is made as soon as its image has been seen, while the registry is being
 * asked about others: what is concluded from an answer takes a cold JVM as long as the wait for the next. Thread-safe.
 */
final class Reports {
    private final Asked asked;
    private final Reporter reporter;
    private final ConcurrentMap<RequestedImage, ImageReport> made = new ConcurrentHashMap<>();

    Reports(Asked asked, Reporter reporter) {
        this.asked = asked;
        this.reporter = reporter;
    }

    void seen(Observation observation) {
        Asked.WellNamed seen = asked.of(observation.image());
        if (seen != null) {
            seen.images()
                    .forEach(image ->
                            made.computeIfAbsent(image, fresh -> reporter.report(fresh, seen.name(), observation)));
        }
    }

    /** One for each image, in the order asked for. */
    List<ImageReport> all() {
        return asked.images().stream()
                .map(image -> made.computeIfAbsent(image, reporter::reportUnseen))
                .toList();
    }
}
