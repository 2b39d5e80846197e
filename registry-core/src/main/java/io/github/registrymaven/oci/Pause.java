package io.github.registrymaven.oci;

import java.time.Duration;

/** How a wait is done, so that tests need not. */
public interface Pause {
    void of(Duration time) throws InterruptedException;

    /** Waits for real. */
    static Pause real() {
        return time -> Thread.sleep(time.toMillis());
    }
}
