package io.github.registrymaven.preflight;

import java.util.List;

/**
 * What a preflight came to.
 *
 * @param requests how many requests were sent
 * @param durationMillis wall time
 */
public record PreflightReport(Verdict verdict, int requests, long durationMillis, List<ImageReport> images) {
    public PreflightReport {
        images = List.copyOf(images);
    }

    /** A report's verdict is the worst of its images. */
    public static PreflightReport of(int requests, long durationMillis, List<ImageReport> images) {
        Verdict verdict =
                Verdict.worst(images.stream().map(ImageReport::verdict).toList());
        return new PreflightReport(verdict, requests, durationMillis, images);
    }
}
