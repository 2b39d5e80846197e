package io.github.registrymaven.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A port on loopback where a test decides over every byte. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();

    /** What happens on one connection; it is closed afterwards. */
    interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    private RawServer(Conversation conversation) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> accept(conversation));
    }

    static RawServer with(Conversation conversation) throws IOException {
        return new RawServer(conversation);
    }

    /** Takes connections and never says a word. */
    static RawServer silent() throws IOException {
        return new RawServer(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /** Reads a request and answers with these bytes. */
    static RawServer saying(String text) throws IOException {
        return new RawServer(socket -> {
            readHeader(socket.getInputStream());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** Reads a request and closes without an answer. */
    static RawServer closing() throws IOException {
        return new RawServer(socket -> readHeader(socket.getInputStream()));
    }

    /** Reads the beginning of whatever comes and resets the connection. */
    static RawServer resetting() throws IOException {
        return new RawServer(socket -> {
            if (socket.getInputStream().read() >= 0) {
                socket.setSoLinger(true, 0);
            }
        });
    }

    static String readHeader(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            header.append((char) next);
        }
        return header.toString();
    }

    private void accept(Conversation conversation) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> hold(conversation, socket));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private static void hold(Conversation conversation, Socket socket) {
        try (socket) {
            conversation.hold(socket);
        } catch (IOException ended) {
            return;
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** {@code 127.0.0.1:port}. */
    String host() {
        return "127.0.0.1:" + port();
    }

    int connections() {
        return connections.get();
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
