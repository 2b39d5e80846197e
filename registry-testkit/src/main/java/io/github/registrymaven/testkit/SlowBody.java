package io.github.registrymaven.testkit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A body that is read in small pieces, with a pause after each. */
final class SlowBody extends FilterInputStream {
    private final int most;
    private final Duration pause;
    private final CountDownLatch closed;
    private int left;

    /**
     * A slow body.
     *
     * @param closed ends the pauses
     */
    SlowBody(InputStream in, int most, Duration pause, CountDownLatch closed) {
        super(in);
        this.most = most;
        this.pause = pause;
        this.closed = closed;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            rest();
            left = most;
        }
        int read = super.read(bytes, offset, Math.min(left, length));
        left -= Math.max(0, read);
        return read;
    }

    private void rest() throws IOException {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the registry is closed");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("the registry is closed", ended);
        }
    }
}
