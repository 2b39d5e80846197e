package io.github.registrymaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Stands before a server of plain http and answers a greeting in TLS as other servers do: at once, and in plain http. The
 * JDK's server would wait for the end of a line that never comes, and so would every client that tries TLS first.
 */
final class PlainDoor implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int PATIENCE_MILLIS = 1000;
    private static final byte[] WRONG_DOOR =
            "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTPS request to an HTTP server.\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final InetSocketAddress behind;
    private final Executor threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private PlainDoor(ServerSocket door, InetSocketAddress behind, Executor threads) {
        this.door = door;
        this.behind = behind;
        this.threads = threads;
    }

    /**
     * Opens a door.
     *
     * @param at where it is; port 0 for any that is free
     * @param behind the server that it leads to
     */
    static PlainDoor open(InetSocketAddress at, InetSocketAddress behind, Executor threads) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(at);
        PlainDoor opened = new PlainDoor(socket, behind, threads);
        threads.execute(opened::acceptAll);
        return opened;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                threads.execute(() -> admit(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void admit(Socket client) {
        try {
            int first = client.getInputStream().read();
            if (first < 0) {
                close(client);
            } else if (first == TLS_HANDSHAKE) {
                turnAway(client);
            } else {
                lead(client, first);
            }
        } catch (IOException gone) {
            close(client);
        }
    }

    /** Reads what the client still says: a connection closed upon unread bytes would be reset, answer and all. */
    private void turnAway(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        client.getOutputStream().write(WRONG_DOOR);
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        close(client);
    }

    private void lead(Socket client, int first) throws IOException {
        Socket server = new Socket();
        open.add(server);
        server.connect(behind);
        server.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        server.getOutputStream().write(first);
        threads.execute(() -> pass(server, client));
        pass(client, server);
    }

    /** Passes on what one says to the other, until it says no more; a broken line breaks both. */
    private void pass(Socket from, Socket to) {
        try {
            InputStream said = from.getInputStream();
            OutputStream heard = to.getOutputStream();
            said.transferTo(heard);
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                close(from);
                close(to);
            }
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // Nobody is left to be told.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::close);
    }
}
