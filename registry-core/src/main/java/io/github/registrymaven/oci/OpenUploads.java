package io.github.registrymaven.oci;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The uploads of a push that are not finished, so that none is left behind when it fails. Thread-safe. */
public final class OpenUploads {
    private final Set<UploadSession> open = ConcurrentHashMap.newKeySet();

    void add(UploadSession session) {
        open.add(session);
    }

    void remove(UploadSession session) {
        open.remove(session);
    }

    /** Cancels all of them at once, and waits no longer than a limit: what is not cancelled ends by itself. */
    public void cancel(Duration limit) throws InterruptedException {
        List<Callable<Void>> work = new ArrayList<>();
        for (UploadSession session : open) {
            work.add(() -> {
                session.cancel();
                open.remove(session);
                return null;
            });
        }
        if (work.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(16, work.size()), task -> {
            Thread thread = new Thread(task, "registry-push-cancel");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var outcomes = threads.invokeAll(work, limit.toMillis(), TimeUnit.MILLISECONDS);
            open.clear();
            outcomes.clear();
        } finally {
            threads.shutdownNow();
        }
    }
}
