package io.github.registrymaven.network;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request, without a body or with a small form, and its answer. No time-out of a socket is one for all of that, and nobody
 * can interrupt it; so a thread of its own works on it, and whoever waits for that thread gives up in time.
 */
final class Transfer {
    private final HttpCall call;
    private final Way way;
    private final Connections connections;
    private final Held held = new Held();

    Transfer(HttpCall call, Way way, Connections connections) {
        this.call = call;
        this.way = way;
        this.connections = connections;
    }

    HttpAnswer answer(ExecutorService threads, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Future<HttpAnswer> answering = threads.submit(this::ask);
        try {
            return answering.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            held.end();
        }
    }

    private HttpAnswer ask() throws IOException, GeneralSecurityException {
        byte[] form = Requests.form(call);
        ClassicHttpRequest request = Requests.head(call, way, form.length);
        Connection kept = isRepeatable() ? connections.kept(way, held) : null;
        HttpAnswer answer = kept == null ? null : askOnKept(kept, request);
        return answer == null ? exchange(connections.sure(way, held), request, form) : answer;
    }

    /** Whether it may be asked twice, as nothing comes of it. */
    private boolean isRepeatable() {
        return call.method().equals("GET") || call.method().equals("HEAD");
    }

    /** Null where the other side had closed the connection meanwhile, which shows only now. */
    private @Nullable HttpAnswer askOnKept(Connection kept, ClassicHttpRequest request) throws IOException {
        try {
            return exchange(kept, request, new byte[0]);
        } catch (IOException trouble) {
            if (kept.hasAnswered()) {
                throw trouble;
            }
            return null;
        }
    }

    private HttpAnswer exchange(Connection connection, ClassicHttpRequest request, byte[] form) throws IOException {
        try {
            connection.send(request);
            connection.body().write(form);
            return connection.answer(call, request);
        } finally {
            connections.done(way, connection, held.letGo());
        }
    }
}
