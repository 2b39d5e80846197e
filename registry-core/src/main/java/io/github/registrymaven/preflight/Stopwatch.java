package io.github.registrymaven.preflight;

import java.time.Duration;

/** Time since it was started. */
final class Stopwatch {
    private final long start = System.nanoTime();

    long millis() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
