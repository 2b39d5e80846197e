package io.github.registrymaven.network;

import java.time.Duration;

/** The moment by which a whole preflight is done. Monotonic: a clock that is set does not move it. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return remaining().isZero();
    }
}
