package io.github.registrymaven.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a push. Small blobs wait for the registry and go many at once; large ones fill the line, and those that
 * are compressed on the way the processors, so of these there are few. The first that fails ends all others.
 */
final class Crew implements AutoCloseable {
    /** As many as there may be connections to a host. */
    static final int SMALL_AT_ONCE = 32;

    private static final int LARGE_AT_ONCE = 6;
    private static final int PACKED_AT_ONCE = 3;
    private static final long SMALL = 1L << 20;

    /** An upload that is being opened just then would otherwise stay open, as nobody has heard of it yet. */
    private static final long GRACE_MILLIS = 500;

    private static final long PATIENCE_MILLIS = 2_000;

    private final ExecutorService small = threads(SMALL_AT_ONCE);
    private final ExecutorService large = threads(LARGE_AT_ONCE);
    private final ExecutorService packed = threads(PACKED_AT_ONCE);
    private final Tally tally;

    Crew(Tally tally) {
        this.tally = tally;
    }

    static ExecutorService threads(int most) {
        return Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "registry-push");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is done with one blob. */
    interface Work {
        void on(PendingBlob blob) throws IOException, InterruptedException, Stopped;
    }

    /** Works on all blobs; returns when all are done, or the first has failed. */
    void workOn(List<PendingBlob> blobs, Work work) throws IOException, InterruptedException, Stopped {
        BlockingQueue<Future<Void>> done = new LinkedBlockingQueue<>();
        List<Future<Void>> running = new ArrayList<>();
        try {
            for (PendingBlob blob : blobs) {
                CompletionService<Void> service = new ExecutorCompletionService<>(threadsFor(blob), done);
                Callable<Void> task = () -> {
                    work.on(blob);
                    return null;
                };
                running.add(service.submit(task));
            }
            for (int left = blobs.size(); left > 0; left--) {
                done.take().get();
            }
        } catch (ExecutionException failed) {
            throw reason(failed);
        } finally {
            running.forEach(each -> each.cancel(false));
        }
    }

    private ExecutorService threadsFor(PendingBlob blob) {
        if (blob.weight() < SMALL) {
            return small;
        }
        return blob.descriptor() == null ? packed : large;
    }

    private static RuntimeException reason(ExecutionException failed)
            throws IOException, InterruptedException, Stopped {
        Throwable cause = failed.getCause();
        if (cause instanceof IOException unreadable) {
            throw unreadable;
        }
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (cause instanceof Stopped stopped) {
            throw stopped;
        }
        return new IllegalStateException("a push failed by itself", cause);
    }

    /** Stops whoever still works, first by asking, and waits a moment for them to let go of their connections. */
    @Override
    public void close() {
        List<ExecutorService> all = List.of(small, large, packed);
        boolean interrupted = Thread.interrupted();
        tally.stop();
        all.forEach(ExecutorService::shutdown);
        interrupted |= await(all, GRACE_MILLIS);
        all.forEach(ExecutorService::shutdownNow);
        interrupted |= await(all, PATIENCE_MILLIS);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this thread was interrupted meanwhile. */
    private static boolean await(List<ExecutorService> all, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean interrupted = false;
        for (ExecutorService each : all) {
            try {
                interrupted |=
                        each.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS) && Thread.interrupted();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
