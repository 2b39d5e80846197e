package io.github.registrymaven.plugin.early;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads beside the build. None outlives the session, so that a JVM which is used again can let go of our classes. */
final class Background {
    private static final long SECONDS_TO_END = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool(Background::thread);

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** Stops what still runs, and waits for it. */
    void end() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "registry-preflight");
        thread.setDaemon(true);
        thread.setContextClassLoader(Background.class.getClassLoader());
        return thread;
    }
}
