package io.github.registrymaven.report;

import io.github.registrymaven.preflight.ImageReport;
import org.jspecify.annotations.Nullable;

/**
 * Where in the user's own files something is written that a report is about.
 *
 * @param file relative to the folder that the build was started in, with {@code /}
 * @param line from 1; null where only the file is known
 */
public record Site(String file, @Nullable Integer line) {
    /** Finds the place that an image's name comes from. */
    public interface Finder {
        Site of(ImageReport image);
    }
}
