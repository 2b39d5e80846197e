package io.github.registrymaven.aws;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Questions that are asked at once, so many at a time. What is still open when it is closed is interrupted. */
final class Questions implements AutoCloseable {
    private final ExecutorService threads;

    Questions(int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce, task -> {
            Thread thread = new Thread(task, "registry-aws");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> Future<T> ask(Callable<T> question) {
        return threads.submit(question);
    }

    static <T> T result(Future<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new IllegalStateException("a question to AWS failed by itself", failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
