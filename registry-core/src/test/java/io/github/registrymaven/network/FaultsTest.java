package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a connection is told apart and named. */
final class FaultsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void namesAHostThatHasNoAddress() throws Exception {
        NetworkFault fault = faultOf("https://registry.invalid");

        assertThat(fault.cause()).isEqualTo(Cause.REGISTRY_UNREACHABLE_DNS);
        assertThat(fault.summary()).contains("registry.invalid");
    }

    @Test
    void namesAPortThatRefuses() throws Exception {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }

        NetworkFault fault = faultOf("https://localhost:" + port);

        assertThat(fault.cause()).isEqualTo(Cause.CONNECTION_REFUSED);
        assertThat(fault.dialled()).isEqualTo("127.0.0.1:" + port + " (localhost:" + port + ")");
    }

    @Test
    void namesAPortThatSwallowsConnections() throws Exception {
        try (BlackHole hole = new BlackHole()) {
            NetworkFault fault = faultOf("https://127.0.0.1:" + hole.port());

            assertThat(fault.cause()).isEqualTo(Cause.CONNECTION_TIMEOUT);
            assertThat(fault.dialled()).isEqualTo("127.0.0.1:" + hole.port());
        }
    }

    @Test
    void namesAPortThatNeverShakesHands() throws Exception {
        try (RawServer server = RawServer.silent()) {
            NetworkFault fault = faultOf("https://" + server.host());

            assertThat(fault.cause()).isEqualTo(Cause.TLS_HANDSHAKE_TIMEOUT);
            // Docker waits ten seconds, longer than this did.
            assertThat(Objects.requireNonNull(fault.doubt()).of()).isEqualTo(Doubt.Of.PATIENCE);
        }
    }

    @Test
    void namesAServerThatTakesTheRequestAndNeverAnswers() throws Exception {
        try (RawServer server = RawServer.silent()) {
            NetworkFault fault = faultOf("http://" + server.host());

            assertThat(fault.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
            assertThat(fault.evidence()).anyMatch(line -> line.contains("registry.requestTimeout"));
        }
    }

    @Test
    void namesABodyThatNeverEnds() throws Exception {
        try (RawServer server = RawServer.with(socket -> {
            RawServer.readHeader(socket.getInputStream());
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        })) {
            NetworkFault fault = faultOf("http://" + server.host());

            assertThat(fault.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void namesAServerThatClosesWithoutAnAnswer() throws Exception {
        try (RawServer server = RawServer.closing()) {
            NetworkFault fault = faultOf("http://" + server.host());

            assertThat(fault.cause()).isEqualTo(Cause.CONNECTION_RESET);
            assertThat(fault.summary()).contains("closed the connection without an answer");
        }
    }

    @Test
    void greetsAServerOnceMoreThatResetTheConnection() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (RawServer server = RawServer.with(socket -> {
            byte[] greeting = new byte[4096];
            int length = socket.getInputStream().read(greeting);
            if (connections.incrementAndGet() == 1) {
                socket.setSoLinger(true, 0);
            } else if (length > 3 && greeting[0] == 'G') {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            try (RegistryHttp http = new Opening(folder)
                    .endpoint("registry.example", "http://" + server.host())
                    .open()) {
                assertThat(http.reach("registry.example")).isInstanceOf(Reach.Reached.class);
            }
        }
    }

    @Test
    void namesAServerThatResetsTheHandshake() throws Exception {
        try (RawServer server = RawServer.resetting()) {
            NetworkFault fault = faultOf("https://" + server.host());

            assertThat(fault.cause()).isEqualTo(Cause.CONNECTION_RESET);
        }
    }

    @Test
    void namesAPlainHttpServerThatWaitsForALineInsteadOfShakingHands() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            NetworkFault fault = faultOf("https://" + server.host());

            assertThat(fault.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
        }
    }

    @Test
    void namesAServerThatAnswersAHandshakeInPlainHttp() throws Exception {
        try (RawServer server = RawServer.with(socket -> {
            if (socket.getInputStream().read(new byte[4096]) > 0) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            NetworkFault fault = faultOf("https://localhost:" + server.port());

            assertThat(fault.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
            assertThat(fault.dialled()).isEqualTo(server.host() + " (localhost:" + server.port() + ")");
        }
    }

    @Test
    void doesNotTakeAFatalAlertForPlainHttp() throws Exception {
        byte[] handshakeFailure = {0x15, 0x03, 0x03, 0, 2, 2, 40};
        try (RawServer server = RawServer.with(socket -> {
            if (socket.getInputStream().read(new byte[4096]) > 0) {
                socket.getOutputStream().write(handshakeFailure);
            }
        })) {
            NetworkFault fault = faultOf("https://" + server.host());

            assertThat(fault.cause()).isEqualTo(Cause.CONNECTION_RESET);
            assertThat(fault.evidence()).anyMatch(line -> line.contains("handshake_failure"));
        }
    }

    @Test
    void namesAnAnswerThatIsNotHttp() throws Exception {
        try (RawServer server = RawServer.saying("SSH-2.0-dropbear\r\n")) {
            NetworkFault fault = faultOf("http://" + server.host());

            assertThat(fault.cause()).isNotEqualTo(Cause.HTTP_HTTPS_MISMATCH);
            assertThat(fault.summary()).contains("not HTTP");
        }
    }

    @Test
    void saysThatTheWholePreflightIsOutOfTime() throws Exception {
        try (RawServer server = RawServer.silent();
                RegistryHttp http = new Opening(folder).deadline(SHORT).open()) {
            NetworkFault fault = (NetworkFault) http.send(Opening.get("http://" + server.host() + "/v2/"));

            assertThat(fault.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
            assertThat(fault.evidence()).anyMatch(line -> line.contains("registry.deadline"));
        }
    }

    @Test
    void endsWithTheDeadlineWhateverIsStillToBeFoundOut() throws Exception {
        try (BlackHole hole = new BlackHole();
                RegistryHttp http = new Opening(folder)
                        .requestTimeout(Duration.ofMillis(2000))
                        .deadline(Duration.ofMillis(2400))
                        .open()) {
            long start = System.nanoTime();

            http.send(Opening.get("https://127.0.0.1:" + hole.port() + "/v2/"));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3800));
        }
    }

    private NetworkFault faultOf(String base) throws InterruptedException {
        try (RegistryHttp http = new Opening(folder).requestTimeout(SHORT).open()) {
            HttpOutcome outcome = http.send(Opening.get(base + "/v2/"));

            assertThat(outcome).isInstanceOf(NetworkFault.class);
            return (NetworkFault) outcome;
        }
    }

    /** A port whose queue is full: the system drops what asks for a connection. */
    static final class BlackHole implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> queued = new ArrayList<>();

        BlackHole() throws IOException {
            for (boolean room = true; room; ) {
                Socket socket = new Socket();
                queued.add(socket);
                try {
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 200);
                } catch (IOException full) {
                    room = false;
                }
            }
        }

        int port() {
            return listening.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listening.close();
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }
}
