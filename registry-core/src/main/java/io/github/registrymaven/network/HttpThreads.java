package io.github.registrymaven.network;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of one preflight or push, those that the JDK's clients start for themselves among them, in a group of their own so
 * that they end with it.
 *
 * <p>Before Java 21 a client cannot be closed, and its selector waits in native code until the garbage collector comes by. A JVM
 * that exits gives such a thread 0.3 s to come back ({@code VM_Exit}), which every build would feel.
 */
final class HttpThreads implements AutoCloseable {
    private final ThreadGroup group = new ThreadGroup("registry-http");
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(group, task, "registry-http");
        thread.setDaemon(true);
        return thread;
    });

    ExecutorService pool() {
        return pool;
    }

    /** A client whose own threads are in the group, as the thread is that makes it. */
    HttpClient client(HttpClient.Builder described) throws IOException, InterruptedException {
        try {
            return pool.submit(described::build).get();
        } catch (ExecutionException failed) {
            throw new IOException("the JDK's HTTP client does not start: " + failed.getCause(), failed.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        group.interrupt(); // a selector ends where its thread is interrupted
    }
}
