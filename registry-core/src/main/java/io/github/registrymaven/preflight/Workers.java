package io.github.registrymaven.preflight;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one preflight. They wait for registries most of the time, and one may wait for another, so their number
 * is not bounded here: the connections are (see {@code network}). Closing ends them, and none begins after it.
 */
final class Workers implements AutoCloseable {
    /** More than enough, as whatever they do ends when it is interrupted. */
    private static final Duration TO_END = Duration.ofSeconds(1);

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "registry-preflight-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** Work that has been started. */
    static final class Pending<T> {
        private final Future<T> future;

        private Pending(Future<T> future) {
            this.future = future;
        }

        T result() throws InterruptedException {
            try {
                return future.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof InterruptedException interrupted) {
                    throw interrupted;
                }
                throw new IllegalStateException("a check of the preflight failed by itself", failed.getCause());
            }
        }

        /** The same within a limit; null where it is not done by then. It goes on, until the workers end. */
        @Nullable
        T within(Duration limit) throws InterruptedException {
            try {
                future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                return null;
            } catch (ExecutionException failed) {
                return result();
            }
            return result();
        }
    }

    <T> Pending<T> start(Callable<T> work) {
        return new Pending<>(threads.submit(work));
    }

    /** Work that comes to nothing but its end. */
    interface Task {
        void run() throws InterruptedException;
    }

    Pending<?> run(Task work) {
        return start(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
