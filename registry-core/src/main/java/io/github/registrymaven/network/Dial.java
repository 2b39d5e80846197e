package io.github.registrymaven.network;

import io.github.registrymaven.network.Sighting.End;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;

/**
 * Dials a host once more, phase by phase, after a request failed: look up, connect, shake hands. The request's own
 * exception does not tell one from the other; this does, and says what was dialled.
 */
final class Dial {
    /** A second look is quick or useless: what it repeats has already had its full time. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Lookup lookup;
    private final Handshake handshake;
    private final Duration requestTimeout;
    private final Deadline deadline;

    Dial(ExecutorService threads, Duration requestTimeout, Deadline deadline) {
        this.lookup = new Lookup(threads);
        this.handshake = new Handshake();
        this.requestTimeout = requestTimeout;
        this.deadline = deadline;
    }

    /** Dials, and shakes hands where TLS is wanted; ends within three seconds, and with the deadline. */
    Sighting dial(String host, int port, boolean tls) throws InterruptedException {
        Deadline end = Deadline.in(shortest(PATIENCE, requestTimeout, deadline.remaining()));
        String name = host + ":" + port;
        List<InetAddress> addresses = lookup.addresses(Way.literal(host), end.remaining());
        if (addresses == null) {
            return seen(End.NO_RESOLVER, name, List.of("the system's resolver did not answer when asked for " + host));
        }
        if (addresses.isEmpty()) {
            return seen(End.NO_ADDRESS, name, List.of("the system's resolver knows no address of " + host));
        }
        List<String> evidence = new ArrayList<>();
        Sighting last = seen(End.NO_CONNECTION, name, evidence);
        for (int index = 0; index < addresses.size(); index++) {
            Duration share = end.remaining().dividedBy(addresses.size() - index);
            InetSocketAddress address = new InetSocketAddress(addresses.get(index), port);
            last = connect(name, address, share, evidence);
            if (last.end() == End.CONNECTED) {
                return tls ? handshake.with(host, address, last, end) : last;
            }
        }
        return last;
    }

    private static Sighting connect(String name, InetSocketAddress address, Duration limit, List<String> evidence)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        String dialled = dialled(name, address);
        try (Socket socket = new Socket()) {
            socket.connect(address, millis(limit));
            evidence.add(dialled + " takes connections");
            return seen(End.CONNECTED, dialled, evidence);
        } catch (SocketTimeoutException slow) {
            evidence.add(dialled + " gave no sign of life");
            return seen(End.NO_CONNECTION, dialled, evidence);
        } catch (ConnectException trouble) {
            evidence.add(dialled + ": " + trouble.getMessage());
            String words = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
            return seen(words.contains("refused") ? End.REFUSED : End.NO_CONNECTION, dialled, evidence);
        } catch (IOException noRoute) {
            evidence.add(dialled + ": " + noRoute.getMessage());
            return seen(End.NO_CONNECTION, dialled, evidence);
        }
    }

    private static Sighting seen(End end, String dialled, List<String> evidence) {
        return new Sighting(end, dialled, evidence, null, false);
    }

    private static String dialled(String name, InetSocketAddress address) {
        String number = address.getAddress().getHostAddress();
        String literal = (number.contains(":") ? "[" + number + "]" : number) + ":" + address.getPort();
        return literal.equals(name) ? literal : literal + " (" + name + ")";
    }

    /** For sockets, to which zero means for ever. */
    static int millis(Duration time) {
        return (int) Math.max(1, time.toMillis());
    }

    private static Duration shortest(Duration first, Duration... others) {
        Duration shortest = first;
        for (Duration other : others) {
            shortest = other.compareTo(shortest) < 0 ? other : shortest;
        }
        return shortest;
    }
}
