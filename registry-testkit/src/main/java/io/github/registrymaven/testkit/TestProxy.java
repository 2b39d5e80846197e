package io.github.registrymaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on loopback. It takes every host for loopback, so a registry whose name nobody can look up, such as
 * {@code registry.invalid}, is reached through it alone. It tunnels, and passes on plain requests that have no body. Thread-safe.
 */
public final class TestProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(TestProxy::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final @Nullable String login;
    private final @Nullable String refusal;

    private TestProxy(@Nullable String login, @Nullable String refusal) throws IOException {
        this.login = login;
        this.refusal = refusal;
        threads.execute(this::accept);
    }

    /** Lets everybody through. */
    public static TestProxy start() throws IOException {
        return new TestProxy(null, null);
    }

    /** Wants a login, with Basic. */
    public static TestProxy wanting(String user, String password) throws IOException {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new TestProxy(Base64.getEncoder().encodeToString(both), null);
    }

    /** Lets nobody through, with an answer like {@code 403 Forbidden}. */
    public static TestProxy refusing(String status) throws IOException {
        return new TestProxy(null, status);
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return listening.getLocalPort();
    }

    /** The header of each request, as it came; a tunnel is one request. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "test-proxy");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String header = header(client.getInputStream());
            // Who is told that a login is wanted sends it on the same connection.
            while (!header.isEmpty() && !isThrough(client, header)) {
                header = header(client.getInputStream());
            }
        } catch (IOException ended) {
            open.remove(client);
        }
    }

    private boolean isThrough(Socket client, String header) throws IOException {
        headers.add(header);
        if (refusal != null) {
            answer(client, refusal, "");
            return false;
        }
        if (login != null && !header.contains("Proxy-Authorization: Basic " + login + "\r\n")) {
            answer(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n");
            return false;
        }
        pass(client, header);
        return true;
    }

    private void pass(Socket client, String header) throws IOException {
        String[] request = header.split(" ", 3);
        boolean tunnel = request[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "tunnel://" + request[1] : request[1]);
        int port = target.getPort() < 0 ? 80 : target.getPort();
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(server);
            if (tunnel) {
                write(client, "HTTP/1.1 200 Connected\r\n\r\n");
                threads.execute(() -> forth(client, server));
            } else {
                write(server, request[0] + " " + target.getRawPath() + " " + passedOn(header));
            }
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    /** Without what is the proxy's, and for one request: the end of the connection is the end of the answer. */
    private static String passedOn(String header) {
        List<String> lines = new ArrayList<>(header.strip().lines().toList());
        lines.set(0, "HTTP/1.1");
        lines.removeIf(line -> {
            String name = line.toLowerCase(Locale.ROOT);
            return name.startsWith("proxy-") || name.startsWith("connection:");
        });
        lines.add("Connection: close");
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static void forth(Socket client, Socket server) {
        try (server) {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException ended) {
            return;
        }
    }

    private static String header(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            header.append((char) next);
        }
        return header.toString();
    }

    private static void answer(Socket client, String status, String more) throws IOException {
        write(client, "HTTP/1.1 " + status + "\r\n" + more + "Content-Length: 0\r\n\r\n");
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
