package io.github.registrymaven.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens connections: looks a name up, connects, asks a proxy for a way through, shakes hands. */
final class Connector {
    private final Trust trust;
    private final Duration patience;
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

    /**
     * Opens connections of one preflight or push.
     *
     * @param patience how long all addresses of a name together may take for a connection
     */
    Connector(Trust trust, Duration patience) {
        this.trust = trust;
        this.patience = patience;
    }

    /**
     * A connection that is ready for a request. It takes as long as it takes but for the connecting itself; ending what is held
     * ends it.
     */
    Connection open(Way way, Held held) throws IOException, GeneralSecurityException {
        Route proxy = way.proxy();
        Socket socket = proxy == null
                ? connect(way.host(), way.port(), held)
                : connect(Way.literal(proxy.host()), proxy.port(), held);
        try {
            if (!way.tls()) {
                return new Connection(socket, socket);
            }
            if (proxy != null) {
                askForAWayThrough(way, proxy, new Connection(socket, socket));
            }
            return new Connection(socket, shakeHands(way, socket));
        } catch (IOException | GeneralSecurityException | RuntimeException trouble) {
            Held.close(socket);
            throw trouble;
        }
    }

    private Socket connect(String host, int port, Held held) throws IOException {
        return connect(InetAddress.getAllByName(host), port, held);
    }

    /** The first address that takes a connection, each with its share of the time, as Go's and so docker's dialer does. */
    Socket connect(InetAddress[] addresses, int port, Held held) throws IOException {
        Deadline end = Deadline.in(patience);
        for (int index = 0; ; index++) {
            int left = addresses.length - index;
            // No SOCKS: the JVM's own proxy for it is not one that whoever pushes need take.
            Socket socket = new Socket(Proxy.NO_PROXY);
            held.hold(socket);
            try {
                socket.connect(
                        new InetSocketAddress(addresses[index], port),
                        Dial.millis(end.remaining().dividedBy(left)));
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException trouble) {
                Held.close(socket);
                if (left == 1) {
                    throw trouble;
                }
            }
        }
    }

    private static void askForAWayThrough(Way way, Route proxy, Connection connection) throws IOException {
        connection.send(Requests.forAWayThrough(way, proxy));
        int status = connection.head().getCode();
        if (status >= 300) {
            throw new TunnelRefused(status);
        }
    }

    private SSLSocket shakeHands(Way way, Socket socket) throws IOException, GeneralSecurityException {
        SSLSocket tls = (SSLSocket) context(way).getSocketFactory().createSocket(socket, way.host(), way.port(), true);
        SSLParameters wanted = tls.getSSLParameters();
        wanted.setEndpointIdentificationAlgorithm("HTTPS");
        if (!AddressRange.isLiteral(way.host())) {
            name(way.host(), wanted);
        }
        tls.setSSLParameters(wanted);
        tls.startHandshake();
        return tls;
    }

    /** The JDK names by itself only a host with a dot in its name. */
    private static void name(String host, SSLParameters wanted) {
        try {
            wanted.setServerNames(List.of(new SNIHostName(host)));
        } catch (IllegalArgumentException noNameOfAHost) {
            return;
        }
    }

    private SSLContext context(Way way) throws IOException, GeneralSecurityException {
        String key = way.anyone() + " " + (trust.hasOwn(way.authority()) ? way.authority() : "");
        SSLContext known = contexts.get(key);
        if (known != null) {
            return known;
        }
        SSLContext made = way.anyone() ? trust.contextForAnyone(way.authority()) : trust.contextFor(way.authority());
        SSLContext earlier = contexts.putIfAbsent(key, made);
        return earlier == null ? made : earlier;
    }
}
