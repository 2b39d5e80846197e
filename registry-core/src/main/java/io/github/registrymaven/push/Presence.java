package io.github.registrymaven.push;

import io.github.registrymaven.oci.Repository;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Which blobs a repository has. May be asked of all of them ahead, while something else is waited for; what was not is asked
 * when it is needed. Thread-safe.
 */
final class Presence implements AutoCloseable {
    private final Repository repository;
    private final Map<String, Future<Boolean>> asked = new ConcurrentHashMap<>();
    private @Nullable ExecutorService threads;

    Presence(Repository repository) {
        this.repository = repository;
    }

    /** Asks of each whose digest is known, and does not wait. For one thread, once. */
    void ask(List<PendingBlob> blobs) {
        ExecutorService asking = Crew.threads(Crew.SMALL_AT_ONCE);
        threads = asking;
        for (PendingBlob blob : blobs) {
            String digest = blob.digest();
            if (digest != null) {
                asked.put(digest, asking.submit(() -> repository.has(digest)));
            }
        }
    }

    /** Whether it is there; any doubt is a no. */
    boolean of(PendingBlob blob) throws InterruptedException {
        String digest = blob.digest();
        if (digest == null) {
            return false;
        }
        Future<Boolean> answer = asked.get(digest);
        try {
            return answer == null ? repository.has(digest) : answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a push failed by itself", failed.getCause());
        }
    }

    /** Nobody needs what is still being asked. */
    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
