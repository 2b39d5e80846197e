package io.github.registrymaven.push;

import io.github.registrymaven.preflight.Verdict;
import java.util.List;

/**
 * What a push came to.
 *
 * @param verdict {@code pass} where every image arrived
 * @param durationMillis wall time
 * @param images one for each repository, in the order in which they were asked for; those after a failure were not tried
 */
public record PushReport(Verdict verdict, int requests, long durationMillis, List<PushedImage> images) {
    public PushReport {
        images = List.copyOf(images);
    }

    static PushReport of(int requests, long durationMillis, List<PushedImage> images) {
        Verdict verdict =
                Verdict.worst(images.stream().map(PushedImage::verdict).toList());
        return new PushReport(verdict, requests, durationMillis, images);
    }
}
