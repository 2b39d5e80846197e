package io.github.registrymaven.image;

import java.util.Locale;

/**
 * A layer and what it weighs.
 *
 * @param number counted from one, lowest first
 * @param bytes as a registry keeps it, or as it lies here where it is still to be compressed
 * @param line of the Dockerfile that made it; empty where it is not known
 */
public record Layer(int number, long bytes, String line) {
    /** For people. */
    public String words(int of) {
        return "layer " + number + " of " + of + ", " + shown(bytes) + (line.isEmpty() ? "" : ", made by: " + line);
    }

    /** A size for people, in the MB that docker counts in. */
    public static String shown(long bytes) {
        return bytes < 1_000_000 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}
