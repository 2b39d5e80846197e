package io.github.registrymaven.network;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connections of one preflight or push: those at work, and those kept for another request. Thread-safe. */
final class Connections implements AutoCloseable {
    private final Connector connector;
    private final Map<String, Deque<Connection>> kept = new HashMap<>();
    private final Set<Connection> all = new HashSet<>();
    private boolean closed;

    Connections(Connector connector) {
        this.connector = connector;
    }

    /** One that served such a request before, the last one first; null where there is none. */
    @Nullable
    Connection kept(Way way, Held held) throws IOException {
        Connection connection;
        synchronized (this) {
            Deque<Connection> free = kept.get(way.key());
            connection = free == null ? null : free.pollLast();
        }
        if (connection != null) {
            held.hold(connection.socket());
        }
        return connection;
    }

    /** One that the other side has not closed, as far as can be seen; a new one where none is kept. */
    Connection sure(Way way, Held held) throws IOException, GeneralSecurityException {
        Connection connection = kept(way, held);
        while (connection != null && connection.isGone()) {
            end(connection);
            connection = kept(way, held);
        }
        return connection == null ? open(way, held) : connection;
    }

    /** Opens one for later. */
    void prepare(Way way, Held held) throws IOException, GeneralSecurityException {
        Connection connection = open(way, held);
        if (held.letGo()) {
            keep(way, connection);
        } else {
            end(connection);
        }
    }

    private Connection open(Way way, Held held) throws IOException, GeneralSecurityException {
        Connection connection = connector.open(way, held);
        synchronized (this) {
            if (!closed) {
                all.add(connection);
                return connection;
            }
        }
        connection.end();
        throw new IOException("the client is closed");
    }

    /**
     * The connection has served its request, or failed to.
     *
     * @param fit whether it may serve another one, if the other side keeps it
     */
    void done(Way way, Connection connection, boolean fit) {
        if (fit && connection.isReusable()) {
            keep(way, connection);
        } else {
            end(connection);
        }
    }

    private synchronized void keep(Way way, Connection connection) {
        kept.computeIfAbsent(way.key(), key -> new ArrayDeque<>()).addLast(connection);
    }

    private synchronized void end(Connection connection) {
        all.remove(connection);
        connection.end();
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(Connection::end);
        all.clear();
        kept.clear();
    }
}
