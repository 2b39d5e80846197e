package io.github.registrymaven.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A proxy on loopback: tunnels, and passes plain requests on, for who logs in as it wants. */
final class LocalProxy implements AutoCloseable {
    private final RawServer server;
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final @Nullable String login;
    private final @Nullable String refusal;

    private LocalProxy(@Nullable String login, @Nullable String refusal) throws IOException {
        this.login = login;
        this.refusal = refusal;
        this.server = RawServer.with(this::serve);
    }

    static LocalProxy forEverybody() throws IOException {
        return new LocalProxy(null, null);
    }

    /** Wants {@code user:password}. */
    static LocalProxy wanting(String login) throws IOException {
        return new LocalProxy(login, null);
    }

    /** Answers everything like this: {@code 403 Forbidden}. */
    static LocalProxy refusing(String status) throws IOException {
        return new LocalProxy(null, status);
    }

    private void serve(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        String header = RawServer.readHeader(in);
        headers.add(header);
        if (refusal != null) {
            answer(client, refusal, "");
        } else if (login != null && !header.contains("Proxy-Authorization: Basic " + encoded(login) + "\r\n")) {
            answer(client, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n");
        } else if (header.startsWith("CONNECT ")) {
            tunnel(client, in, header.split(" ", 3)[1]);
        } else {
            answer(client, "200 OK", "");
        }
    }

    private static void tunnel(Socket client, InputStream in, String target) throws IOException {
        int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
        // Whatever the name, the test's own server is meant: it need not be known to any resolver.
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread back = new Thread(() -> pass(server, client));
            back.start();
            in.transferTo(server.getOutputStream());
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            return;
        }
    }

    private static void answer(Socket client, String status, String more) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n" + more + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return server.port();
    }

    /** The header of each request, as it came. */
    List<String> headers() {
        return List.copyOf(headers);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
