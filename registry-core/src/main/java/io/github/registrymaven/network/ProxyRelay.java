package io.github.registrymaven.network;

import io.github.registrymaven.credential.Secret;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Logs in to a proxy with Basic for TLS connections. The JDK's client refuses to do that unless a property of the whole
 * JVM is set, which is not ours to set; so the client talks to this relay on loopback, and the relay to the proxy. Only
 * who knows the relay's random key, this process, gets through.
 */
final class ProxyRelay implements AutoCloseable {
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int MOST_SOCKETS = 256;

    private final Route proxy;
    private final Executor threads;
    private final int connectMillis;
    private final ServerSocket listening;
    private final String key;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    ProxyRelay(Route proxy, Executor threads, int connectMillis) throws IOException {
        this.proxy = proxy;
        this.threads = threads;
        this.connectMillis = connectMillis;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        this.key = "Relay " + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        threads.execute(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    }

    /** The value of {@code Proxy-Authorization} that the relay lets through. */
    Secret key() {
        return Secret.of(key);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (keeps(client)) {
                    threads.execute(() -> serve(client));
                }
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    /** Whether a socket is to be used: not where there are too many, and not once the relay is closed. */
    private boolean keeps(Socket socket) throws IOException {
        open.removeIf(Socket::isClosed);
        open.add(socket);
        if (open.size() > MOST_SOCKETS || listening.isClosed()) {
            socket.close();
            return false;
        }
        return true;
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(connectMillis);
            InputStream in = new BufferedInputStream(client.getInputStream());
            String request = readHeader(in);
            if (!request.startsWith("CONNECT ") || !knowsTheKey(request)) {
                answer(client, "403 Forbidden");
                return;
            }
            try (Socket upstream = new Socket()) {
                if (keeps(upstream)) {
                    upstream.connect(new InetSocketAddress(proxy.host(), proxy.port()), connectMillis);
                    upstream.setSoTimeout(connectMillis);
                    connect(client, in, upstream, request.split(" ", 3)[1]);
                }
            } catch (IOException | RejectedExecutionException unreachable) {
                answer(client, "502 Bad Gateway");
            }
        } catch (IOException gone) {
            open.remove(client);
        }
    }

    private void connect(Socket client, InputStream fromClient, Socket upstream, String target) throws IOException {
        String basic = Base64.getEncoder().encodeToString(proxy.login().getBytes(StandardCharsets.UTF_8));
        String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\nProxy-Authorization: Basic "
                + basic + "\r\n\r\n";
        upstream.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        InputStream fromProxy = new BufferedInputStream(upstream.getInputStream());
        String status = readHeader(fromProxy).lines().findFirst().orElse("");
        if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
            answer(client, status.matches("HTTP/1\\.[01] \\d{3}.*") ? status.substring(9) : "502 Bad Gateway");
            return;
        }
        answer(client, "200 Connected");
        // From here on the request's own time-out counts.
        client.setSoTimeout(0);
        upstream.setSoTimeout(0);
        threads.execute(() -> pipe(fromClient, upstream, client));
        pipe(fromProxy, client, upstream);
    }

    private static void pipe(InputStream from, Socket to, Socket other) {
        try (to;
                other) {
            from.transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Either side may end the connection at any time; the other side is closed with it.
            return;
        }
    }

    private boolean knowsTheKey(String request) {
        byte[] wanted = key.getBytes(StandardCharsets.US_ASCII);
        return request.lines()
                .filter(line -> line.regionMatches(true, 0, "proxy-authorization:", 0, 20))
                .anyMatch(line ->
                        MessageDigest.isEqual(line.substring(20).strip().getBytes(StandardCharsets.US_ASCII), wanted));
    }

    private static void answer(Socket client, String status) throws IOException {
        OutputStream out = client.getOutputStream();
        String end = status.startsWith("200") ? "\r\n\r\n" : "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        out.write(("HTTP/1.1 " + status + end).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String readHeader(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.length() < MOST_HEADER_BYTES && header.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            header.append((char) next);
        }
        return header.toString();
    }

    @Override
    public void close() {
        closeQuietly(listening);
        open.forEach(ProxyRelay::closeQuietly);
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
