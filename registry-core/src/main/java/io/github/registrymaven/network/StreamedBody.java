package io.github.registrymaven.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body that the sending thread reads and the JDK's client writes, a buffer ahead of it at most. The client's own
 * publishers read on the one thread that serves all its connections, where a slow disk or a compressor would hold up
 * every other upload.
 */
final class StreamedBody implements BodyPublisher {
    /** In bytes, for a connection that takes its time: what is no progress for long enough is taken for a failure. */
    private static final int SMALL = 1 << 16;

    /** In bytes, for one that does not: the client runs so much less code for a layer that the JVM compiles hardly any of it. */
    private static final int LARGE = 1 << 18;

    private static final long AT_ONCE = Duration.ofMillis(100).toNanos();

    private final long length;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Subscriber<? super ByteBuffer> connection;
    private long wanted;
    private boolean over;
    private long sent;

    StreamedBody(long length) {
        this(length, System::nanoTime);
    }

    /**
     * @param nanos tells the time, as {@link System#nanoTime()} does
     */
    StreamedBody(long length, LongSupplier nanos) {
        this.length = length;
        this.nanos = nanos;
    }

    @Override
    public long contentLength() {
        return length;
    }

    /** How many bytes the client has taken, for the thread that feeds it. */
    long sent() {
        return sent;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long more) {
                lock.lock();
                try {
                    connection = subscriber;
                    wanted += more;
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }

            @Override
            public void cancel() {
                end();
            }
        });
    }

    /** Nobody wants more: the answer has come, or the connection is gone. */
    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends all that a stream holds, or as much of it as is wanted.
     *
     * @param patience how long the connection may take no byte
     * @throws IOException if the stream cannot be read
     */
    void feed(InputStream in, Duration patience) throws IOException, InterruptedException, TimeoutException {
        int size = SMALL;
        while (true) {
            byte[] bytes = new byte[size];
            int read = in.readNBytes(bytes, 0, bytes.length);
            long ready = nanos.getAsLong();
            Subscriber<? super ByteBuffer> taker = taker(patience);
            size = nanos.getAsLong() - ready < AT_ONCE ? LARGE : SMALL;
            if (taker == null) {
                return;
            }
            if (read > 0) {
                taker.onNext(ByteBuffer.wrap(bytes, 0, read));
                sent += read;
            }
            if (read < bytes.length) {
                // First, so that nothing is abandoned of a request whose connection may serve another one already.
                end();
                taker.onComplete();
                return;
            }
        }
    }

    /**
     * Ends the request unfinished, so that the other side sees a body cut short and never a whole one.
     */
    void abandon() {
        Subscriber<? super ByteBuffer> taker;
        lock.lock();
        try {
            taker = over ? null : connection;
            over = true;
        } finally {
            lock.unlock();
        }
        if (taker != null) {
            taker.onError(new CancellationException("the body ends here"));
        }
    }

    /** Who takes the next buffer, once there is room for one; null where nobody does. */
    private @Nullable Subscriber<? super ByteBuffer> taker(Duration patience)
            throws InterruptedException, TimeoutException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (wanted == 0 && !over) {
                if (left <= 0) {
                    throw new TimeoutException("no byte was taken");
                }
                left = changed.awaitNanos(left);
            }
            if (over) {
                return null;
            }
            wanted--;
            return connection;
        } finally {
            lock.unlock();
        }
    }
}
