package io.github.registrymaven.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReachTest {
    @TempDir
    Path folder;

    @Test
    void reachesAnAllowedHostOverPlainHttpWhereItDoesNotSpeakTls() throws Exception {
        try (LocalServer server = LocalServer.http(LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(folder).insecure("127.0.0.1").open()) {
            Reach reach = http.reach(server.host());

            assertThat(reach).isInstanceOfSatisfying(Reach.Reached.class, reached -> {
                assertThat(reached.protection()).isEqualTo(Reach.Protection.PLAIN);
                assertThat(reached.base()).hasToString("http://" + server.host());
                assertThat(reached.ping().status()).isEqualTo(200);
            });
            assertThat(server.requests()).extracting(LocalServer.Request::line).containsExactly("GET /v2/");
        }
    }

    @Test
    void namesAPlainHttpPortAsSuchWhereTheHostIsNotAllowed() throws Exception {
        try (LocalServer server = LocalServer.http(LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(folder)
                        .requestTimeout(Duration.ofSeconds(1))
                        .open()) {
            NetworkFault fault = unreachable(http.reach(server.host()));

            assertThat(fault.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
            assertThat(fault.dialled()).contains("127.0.0.1:" + server.port());
        }
    }

    @Test
    void takesAPlainHttpServerThatIsSlowForSlowAndNotForOneThatHangsUp() throws Exception {
        // Python's server answers a TLS greeting with a page and no status line.
        try (RawServer server = RawServer.with(socket -> {
                    if (socket.getInputStream().read() == 'G') {
                        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                    }
                    socket.getOutputStream().write("<!DOCTYPE HTML><p>Bad request syntax".getBytes(US_ASCII));
                });
                RegistryHttp http = new Opening(folder)
                        .insecure("127.0.0.1")
                        .requestTimeout(Duration.ofMillis(500))
                        .open()) {
            NetworkFault fault = unreachable(http.reach(server.host()));

            assertThat(fault.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
            assertThat(fault.summary()).contains("did not answer within 500 ms");
        }
    }

    @Test
    void takesAServerThatAnswersATlsGreetingWithAPageForOneOfPlainHttp() throws Exception {
        try (RawServer server = RawServer.with(socket -> {
                    socket.getInputStream().read();
                    socket.getOutputStream().write("<!DOCTYPE HTML><p>Bad request syntax".getBytes(US_ASCII));
                });
                RegistryHttp http = new Opening(folder)
                        .requestTimeout(Duration.ofSeconds(1))
                        .open()) {
            NetworkFault fault = unreachable(http.reach(server.host()));

            assertThat(fault.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
        }
    }

    @Test
    void reachesAnAllowedHostOverTlsThatNobodyVouchesFor() throws Exception {
        try (LocalServer server =
                        LocalServer.https(Certificates.forAnotherName(folder).tls(), LocalServer.answering(401, ""));
                RegistryHttp http = new Opening(folder).insecure(server.host()).open()) {
            Reach reach = http.reach(server.host());

            assertThat(reach)
                    .isInstanceOfSatisfying(
                            Reach.Reached.class,
                            reached -> assertThat(reached.protection()).isEqualTo(Reach.Protection.UNVERIFIED_TLS));
        }
    }

    @Test
    void goesWhereTheEndpointsSayForAHost() throws Exception {
        try (LocalServer server = LocalServer.http(LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(folder)
                        .endpoint("registry.example.com", "http://" + server.host())
                        .open()) {
            Reach reach = http.reach("registry.example.com");

            assertThat(reach).isInstanceOfSatisfying(Reach.Reached.class, reached -> {
                assertThat(reached.base()).hasToString("http://" + server.host());
                assertThat(reached.protection()).isEqualTo(Reach.Protection.PLAIN);
            });
        }
    }

    @Test
    void findsAPortThatSpeaksTlsWherePlainHttpWasAskedFor() throws Exception {
        try (LocalServer server =
                        LocalServer.https(Certificates.forLocalhost(folder).tls(), LocalServer.answering(200, "{}"));
                RegistryHttp http = new Opening(folder)
                        .endpoint("registry.example.com", "http://" + server.host())
                        .requestTimeout(Duration.ofSeconds(3))
                        .open()) {
            NetworkFault fault = unreachable(http.reach("registry.example.com"));

            assertThat(fault.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
        }
    }

    @Test
    void readsTheAnswerOfAGoServerThatWasSpokenToInPlainHttp() throws Exception {
        String words = "Client sent an HTTP request to an HTTPS server.\n";
        try (LocalServer server = LocalServer.http(LocalServer.answering(400, words));
                RegistryHttp http = new Opening(folder)
                        .endpoint("registry.example.com", "http://" + server.host())
                        .open()) {
            NetworkFault fault = unreachable(http.reach("registry.example.com"));

            assertThat(fault.cause()).isEqualTo(Cause.HTTP_HTTPS_MISMATCH);
            assertThat(fault.evidence()).anyMatch(line -> line.contains(words.strip()));
        }
    }

    @Test
    void asksOnceForAllWhoAskAtTheSameTime() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        try (LocalServer server = LocalServer.http(exchange -> {
                    asked.countDown();
                    await(mayAnswer);
                    LocalServer.answer(exchange, 200, "{}");
                });
                RegistryHttp http = new Opening(folder)
                        .endpoint("registry.example.com", "http://" + server.host())
                        .open()) {
            List<Reach> reaches = Collections.synchronizedList(new ArrayList<>());
            List<Thread> askers = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                askers.add(asker(http, reaches));
            }
            askers.forEach(Thread::start);
            await(asked);
            awaitThatAllWait(askers);
            mayAnswer.countDown();
            for (Thread asker : askers) {
                asker.join();
            }

            assertThat(reaches).hasSize(8).allMatch(reach -> reach instanceof Reach.Reached);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void whatHasBegunAnswersWhoeverAsksFirst() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (LocalServer server = LocalServer.http(exchange -> {
                    asked.countDown();
                    LocalServer.answer(exchange, 200, "{}");
                });
                RegistryHttp http = new Opening(folder)
                        .endpoint("registry.example.com", "http://" + server.host())
                        .open()) {
            http.begin("registry.example.com");
            http.begin("Registry.example.com");
            await(asked);

            assertThat(http.reach("registry.example.com")).isInstanceOf(Reach.Reached.class);
            assertThat(server.requests()).hasSize(1);

            http.reach("registry.example.com");
            assertThat(server.requests())
                    .as("who asks later wants to know anew")
                    .hasSize(2);
        }
    }

    private static Thread asker(RegistryHttp http, List<Reach> reaches) {
        return new Thread(() -> {
            try {
                reaches.add(http.reach("registry.example.com"));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void awaitThatAllWait(List<Thread> threads) {
        while (!threads.stream()
                .allMatch(each ->
                        each.getState() == Thread.State.WAITING || each.getState() == Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
    }

    static NetworkFault unreachable(Reach reach) {
        assertThat(reach).isInstanceOf(Reach.Unreachable.class);
        return ((Reach.Unreachable) reach).fault();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
