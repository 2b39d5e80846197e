package io.github.registrymaven.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Collects what a process says, up to a bound, in a thread of its own. */
final class BoundedOutput {
    /** The longest credential seen, a cloud's token, is below 10 KiB. */
    static final int BOUND = 64 * 1024;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Thread reader;
    private volatile boolean tooMuch;

    private BoundedOutput(InputStream from, Runnable onTooMuch) {
        reader = new Thread(() -> read(from, onTooMuch), "credential-helper-output");
        reader.setDaemon(true);
    }

    static BoundedOutput of(InputStream from, Runnable onTooMuch) {
        BoundedOutput output = new BoundedOutput(from, onTooMuch);
        output.reader.start();
        return output;
    }

    void awaitEnd(Duration atMost) throws InterruptedException {
        reader.join(atMost.toMillis());
    }

    boolean isTooMuch() {
        return tooMuch;
    }

    Secret text() {
        synchronized (said) {
            return Secret.of(said.toString(StandardCharsets.UTF_8));
        }
    }

    private void read(InputStream from, Runnable onTooMuch) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                synchronized (said) {
                    if (said.size() + count > BOUND) {
                        tooMuch = true;
                        onTooMuch.run();
                        return;
                    }
                    said.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // The process was ended while it spoke: what it said until then is kept.
        }
    }
}
