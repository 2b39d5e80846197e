package io.github.registrymaven.report;

import java.time.Duration;
import java.util.Locale;

/** Sizes and times as people read them, in units of ten like every tool that tells of transfers. */
final class Quantity {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private Quantity() {}

    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        // Before 999.95 would be shown as 1000.0.
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** {@code 1 image}, {@code 2 images}. */
    static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** What it took. */
    static String seconds(long millis) {
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : roughly(Duration.ofMillis(millis));
    }

    /** What it may take. */
    static String roughly(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
