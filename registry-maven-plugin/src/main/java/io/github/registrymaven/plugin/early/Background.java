package io.github.registrymaven.plugin.early;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads beside the build. None outlives the session, so that a JVM which is used again can let go of our classes. */
final class Background {
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final Queue<Thread> begun = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** Stops what still runs, and waits for it. */
    void end() {
        threads.shutdownNow();
        try {
            for (Thread thread : begun) {
                thread.join(TO_END.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "registry-preflight");
        thread.setDaemon(true);
        thread.setContextClassLoader(Background.class.getClassLoader());
        begun.add(thread);
        return thread;
    }
}
