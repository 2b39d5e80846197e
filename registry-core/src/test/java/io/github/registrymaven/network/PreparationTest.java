package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    /** As many as may be open to one registry. */
    private static final int PLACES = 32;

    @TempDir
    Path home;

    @Test
    void requestsTakeTheConnectionsThatWereOpenedForThem() throws Exception {
        try (RawServer server = RawServer.with(PreparationTest::answerEach);
                RegistryHttp http = new Opening(home).insecure("127.0.0.1").open()) {
            http.prepare(URI.create("http://" + server.host()), PLACES);

            assertThat(answers(http, server, PLACES)).containsOnly(204);
            assertThat(server.connections()).isEqualTo(PLACES);
        }
    }

    @Test
    void noMoreAreOpenedThanMayBeOpen() throws Exception {
        try (RawServer server = RawServer.with(PreparationTest::answerEach);
                RegistryHttp http = new Opening(home).insecure("127.0.0.1").open()) {
            http.prepare(URI.create("http://" + server.host()), 10 * PLACES);

            assertThat(answers(http, server, 2 * PLACES)).containsOnly(204);
            assertThat(server.connections()).isEqualTo(PLACES);
        }
    }

    @Test
    void whatCannotBeOpenedIsToldByTheFirstRequest() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (RegistryHttp http = new Opening(home).insecure("127.0.0.1").open()) {
            http.prepare(URI.create("http://127.0.0.1:" + closed), PLACES);

            assertThat(http.send(Opening.get("http://127.0.0.1:" + closed + "/v2/")))
                    .isInstanceOfSatisfying(
                            NetworkFault.class,
                            fault -> assertThat(fault.cause()).isEqualTo(Cause.CONNECTION_REFUSED));
        }
    }

    @Test
    void aServerThatNeverShakesHandsDoesNotKeepTheirPlaces() throws Exception {
        try (RawServer server = RawServer.silent();
                RegistryHttp http = new Opening(home)
                        .insecure("127.0.0.1")
                        .requestTimeout(Duration.ofMillis(200))
                        .open()) {
            http.prepare(URI.create("https://" + server.host()), PLACES);

            assertThat(http.send(Opening.get("https://" + server.host() + "/v2/")))
                    .isInstanceOfSatisfying(
                            NetworkFault.class,
                            fault -> assertThat(fault.cause()).isEqualTo(Cause.TLS_HANDSHAKE_TIMEOUT));
        }
    }

    private static void answerEach(Socket socket) throws IOException {
        while (!RawServer.readHeader(socket.getInputStream()).isEmpty()) {
            socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static List<Integer> answers(RegistryHttp http, RawServer server, int requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests);
        try {
            List<Future<HttpOutcome>> asked = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                asked.add(threads.submit(() -> http.send(Opening.get("http://" + server.host() + "/v2/"))));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<HttpOutcome> each : asked) {
                answers.add(((HttpAnswer) each.get()).status());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
