package io.github.registrymaven.network;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Connections that are opened before a request needs them. Each takes the place of one request until it is open, so that there are
 * no more of them than may be.
 */
final class Preparation {
    private final Way way;
    private final Connections connections;
    private final Semaphore places;

    Preparation(Way way, Connections connections, Semaphore places) {
        this.way = way;
        this.connections = connections;
        this.places = places;
    }

    /** Begins, with fewer where there is no place for more; ends what is not open within the limit. */
    void begin(int most, ExecutorService threads, Duration limit) {
        List<Held> opening = new ArrayList<>();
        while (opening.size() < most && places.tryAcquire()) {
            opening.add(new Held());
        }
        CountDownLatch open = new CountDownLatch(opening.size());
        opening.forEach(held -> threads.execute(() -> open(held, open)));
        threads.execute(() -> end(opening, open, limit));
    }

    private void open(Held held, CountDownLatch open) {
        try {
            connections.prepare(way, held);
        } catch (IOException | GeneralSecurityException toldByTheFirstRequest) {
            return;
        } finally {
            open.countDown();
            places.release();
        }
    }

    private static void end(List<Held> opening, CountDownLatch open, Duration limit) {
        try {
            if (open.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        opening.forEach(Held::end);
    }
}
