package io.github.registrymaven.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks names up within a bound, as the system's resolver knows none: it may hang for half a minute. */
final class Lookup {
    private final ExecutorService threads;

    Lookup(ExecutorService threads) {
        this.threads = threads;
    }

    /** The addresses of a name, none where it has none; null where the resolver did not answer in time. */
    @Nullable
    List<InetAddress> addresses(String host, Duration limit) throws InterruptedException {
        Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return List.of(found.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException hangs) {
            return null;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException) {
                return List.of();
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            // The resolver itself cannot be interrupted; its thread ends when it does.
            found.cancel(true);
        }
    }
}
