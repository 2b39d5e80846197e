package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.registrymaven.credential.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server or a caller does, memory, connections and time stay within bounds. */
final class BoundsTest {
    @TempDir
    Path home;

    @Test
    void readsNoMoreOfABodyThanAMebibyte() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        try (RawServer server = RawServer.with(socket -> {
                    RawServer.readHeader(socket.getInputStream());
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] more = new byte[1 << 16];
                    try {
                        while (true) {
                            socket.getOutputStream().write(more);
                        }
                    } catch (IOException ended) {
                        hungUp.countDown();
                    }
                });
                RegistryHttp http = new Opening(home).open()) {
            HttpAnswer answer = (HttpAnswer) http.send(Opening.get("http://" + server.host() + "/"));

            assertThat(answer.body()).hasSize(1 << 20);
            hungUp.await();
        }
    }

    @Test
    void opensNoMoreThanThirtyTwoConnectionsToAHost() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(32);
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try (LocalServer server = LocalServer.http(exchange -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    full.countDown();
                    ReachTest.await(full);
                    running.decrementAndGet();
                    LocalServer.answer(exchange, 200, "");
                });
                RegistryHttp http = new Opening(home).open()) {
            List<Future<HttpOutcome>> outcomes = new ArrayList<>();
            for (int each = 0; each < 50; each++) {
                outcomes.add(threads.submit(() -> http.send(Opening.get("http://" + server.host() + "/"))));
            }
            for (Future<HttpOutcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(HttpAnswer.class);
            }

            assertThat(most).hasValue(32);
            assertThat(http.requestsSent()).isEqualTo(50);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void usesAConnectionAgain() throws Exception {
        try (RawServer server = RawServer.with(socket -> {
                    while (!RawServer.readHeader(socket.getInputStream()).isEmpty()) {
                        socket.getOutputStream().write(ok());
                    }
                });
                RegistryHttp http = new Opening(home).open()) {
            for (int each = 0; each < 3; each++) {
                assertThat(http.send(Opening.get("http://" + server.host() + "/")))
                        .isInstanceOf(HttpAnswer.class);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asksAgainWhereAKeptConnectionTurnsOutToBeClosed() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (RawServer server = RawServer.with(socket -> {
                    boolean first = connections.incrementAndGet() == 1;
                    RawServer.readHeader(socket.getInputStream());
                    socket.getOutputStream().write(ok());
                    // The second request on the first connection is read, and nothing is answered to it.
                    RawServer.readHeader(socket.getInputStream());
                    if (!first) {
                        socket.getOutputStream().write(ok());
                    }
                });
                RegistryHttp http = new Opening(home).open()) {
            HttpOutcome one = http.send(Opening.get("http://" + server.host() + "/"));
            HttpOutcome other = http.send(Opening.get("http://" + server.host() + "/"));

            assertThat(List.of(one, other)).allMatch(outcome -> outcome instanceof HttpAnswer);
        }
    }

    @Test
    void passesOverWhatAnAnswerAnnounces() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                        + "HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\n{}");
                RegistryHttp http = new Opening(home).open()) {
            HttpAnswer answer = (HttpAnswer) http.send(Opening.get("http://" + server.host() + "/"));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 200 OK|, X: x|", "HTTP/1.1 200 OK|X:, x", "'', |"})
    void readsNoHeadWithoutEnd(String beginning, String more) throws Exception {
        byte[] endless = lines(more).repeat(1 << 12).getBytes(StandardCharsets.US_ASCII);
        CountDownLatch hungUp = new CountDownLatch(1);
        try (RawServer server = RawServer.with(socket -> {
                    RawServer.readHeader(socket.getInputStream());
                    try {
                        socket.getOutputStream().write(lines(beginning).getBytes(StandardCharsets.US_ASCII));
                        while (true) {
                            socket.getOutputStream().write(endless);
                        }
                    } catch (IOException ended) {
                        hungUp.countDown();
                    }
                });
                RegistryHttp http = new Opening(home).open()) {
            NetworkFault fault = (NetworkFault) http.send(Opening.get("http://" + server.host() + "/"));

            assertThat(fault.summary()).contains("not HTTP");
            hungUp.await();
        }
    }

    private static String lines(String text) {
        return text.replace("|", "\r\n");
    }

    @Test
    void takesTheAddressOfANameThatConnects() throws Exception {
        InetAddress[] two = {
            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), InetAddress.getByAddress(new byte[] {127, 0, 0, 2})
        };
        try (ServerSocket other = new ServerSocket()) {
            assumeThat(binds(other, two[1]))
                    .as("this system has a second loopback address")
                    .isTrue();

            Connector connector = new Connector(
                    new Trust(new CertificateFolders(new Opening(home).machine())), Duration.ofSeconds(10));
            try (Socket socket = connector.connect(two, other.getLocalPort(), new Held())) {
                assertThat(socket.getInetAddress()).isEqualTo(two[1]);
            }
        }
    }

    private static boolean binds(ServerSocket socket, InetAddress address) {
        try {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        CountDownLatch asked = new CountDownLatch(2);
        RegistryHttp http = new Opening(home).open();
        try (RawServer server = RawServer.with(socket -> {
            RawServer.readHeader(socket.getInputStream());
            asked.countDown();
            socket.getInputStream().read();
        })) {
            List<Thread> askers = new ArrayList<>();
            for (int each = 0; each < 2; each++) {
                Thread asker = new Thread(() -> {
                    try {
                        http.send(Opening.get("http://" + server.host() + "/"));
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                });
                asker.start();
                askers.add(asker);
            }
            asked.await();
            List<Thread> working = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("registry-http") && !others.contains(thread))
                    .toList();
            assertThat(working).hasSizeGreaterThanOrEqualTo(2);
            for (Thread asker : askers) {
                asker.interrupt();
                asker.join();
            }

            http.close();

            for (Thread thread : working) {
                thread.join();
            }
        }
    }

    @Test
    void letsAnInterruptionThrough() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        try (RawServer server = RawServer.with(socket -> {
                    RawServer.readHeader(socket.getInputStream());
                    asked.countDown();
                    socket.getInputStream().read();
                });
                RegistryHttp http = new Opening(home).open()) {
            Thread asker = new Thread(() -> {
                try {
                    http.send(Opening.get("http://" + server.host() + "/"));
                } catch (InterruptedException expected) {
                    interrupted.set(true);
                }
            });
            asker.start();
            asked.await();
            asker.interrupt();
            asker.join();

            assertThat(interrupted).isTrue();
        }
    }

    @Test
    void sendsAFormAndSaysWhoItIs() throws Exception {
        Map<String, Secret> form = new LinkedHashMap<>();
        form.put("refresh_token", Secret.of("a b&c"));
        try (LocalServer server = LocalServer.http(LocalServer.answering(200, ""));
                RegistryHttp http = new Opening(home).open()) {
            http.send(new HttpCall("POST", URI.create("http://" + server.host() + "/token"), Map.of(), null, form));

            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.body()).isEqualTo("refresh_token=a+b%26c");
                assertThat(request.userAgent()).startsWith("registry-maven");
            });
        }
    }

    @Test
    void doesNotRepeatACredentialThatNoHeaderCanHold() throws Exception {
        String word = String.join("-", "planted", "word");
        try (RegistryHttp http = new Opening(home).open()) {
            HttpOutcome outcome = http.send(new HttpCall(
                    "GET", URI.create("https://127.0.0.1/"), Map.of(), Secret.of("Bearer " + word + "\n"), null));

            assertThat(outcome).isInstanceOf(NetworkFault.class);
            assertThat(outcome.toString()).doesNotContain(word).contains("line break");
        }
    }

    @Test
    void doesNotStumbleOverAnAddressThatIsNone() throws Exception {
        try (RegistryHttp http = new Opening(home).open()) {
            assertThat(http.send(Opening.get("ftp://registry.example.com/"))).isInstanceOf(NetworkFault.class);
            assertThat(http.send(Opening.get("https://under_score/"))).isInstanceOf(NetworkFault.class);
            assertThat(http.send(Opening.get("http://127.0.0.1:99999/"))).isInstanceOf(NetworkFault.class);
        }
    }

    @Test
    void sendsNothingOnceTheDeadlineIsOver() throws Exception {
        try (LocalServer server = LocalServer.http(LocalServer.answering(200, ""));
                RegistryHttp http = new Opening(home).deadline(Duration.ZERO).open()) {
            HttpOutcome outcome = http.send(Opening.get("http://" + server.host() + "/"));

            assertThat(outcome).isInstanceOf(NetworkFault.class);
            assertThat(server.requests()).isEmpty();
            assertThat(http.requestsSent()).isZero();
        }
    }

    @Test
    void sendsCredentialsInPlainTextOnlyWhereTheUserAllowedIt() {
        try (RegistryHttp http = new Opening(home)
                .insecure("allowed.example.com")
                .insecure("other.example.com:5000")
                .endpoint("registry.example.com", "http://10.0.0.1:8080")
                .open()) {
            assertThat(http.mayReceiveCredentials(URI.create("https://anywhere.example.com/token")))
                    .isTrue();
            assertThat(http.mayReceiveCredentials(URI.create("http://anywhere.example.com/token")))
                    .isFalse();
            assertThat(http.mayReceiveCredentials(URI.create("http://allowed.example.com:5000/token")))
                    .isTrue();
            assertThat(http.mayReceiveCredentials(URI.create("http://other.example.com:5000/token")))
                    .isTrue();
            assertThat(http.mayReceiveCredentials(URI.create("http://other.example.com/token")))
                    .isFalse();
            assertThat(http.mayReceiveCredentials(URI.create("http://10.0.0.1:8080/token")))
                    .isTrue();
            assertThat(http.mayReceiveCredentials(URI.create("http://10.0.0.1/token")))
                    .isFalse();
        }
    }

    private static byte[] ok() {
        return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }
}
