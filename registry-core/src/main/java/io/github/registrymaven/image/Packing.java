package io.github.registrymaven.image;

import java.io.Closeable;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * The threads that compress the layers of an image, one a processor, and the memory that they do it in: whole Maven has to
 * push an image of any size in 96 MB. Threads start with the first layer. Thread-safe.
 */
final class Packing implements Closeable {
    /** A block takes half a megabyte, so that all layers of an image together take 12, and one block for each. */
    private static final int MOST_BLOCKS = 24;

    private final Semaphore budget = new Semaphore(MOST_BLOCKS);
    private final Queue<Block> spare = new ConcurrentLinkedQueue<>();
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newFixedThreadPool(processors, task -> {
        Thread thread = new Thread(task, "registry-packing");
        // A push that is broken off must not keep the JVM.
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    /** How many blocks of one layer may be under way, so that no processor waits. */
    int depth() {
        return 2 * processors + 2;
    }

    /** Whether one block more may be under way; it is given back with {@link #giveBack}. */
    boolean tryTake() {
        return budget.tryAcquire();
    }

    void giveBack() {
        budget.release();
    }

    Block block() {
        Block block = spare.poll();
        return block == null ? new Block() : block;
    }

    void recycle(Block block) {
        spare.add(block);
        if (closed) {
            endSpare();
        }
    }

    ExecutorService threads() throws IOException {
        if (closed) {
            throw new IOException("the image was closed while a layer of it was read");
        }
        return threads;
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        endSpare();
    }

    private void endSpare() {
        for (Block block = spare.poll(); block != null; block = spare.poll()) {
            block.end();
        }
    }
}
