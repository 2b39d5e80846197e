package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are sent while they are read. */
final class UploadTest {
    private static final Secret LOGIN = Secret.of("Bearer " + "word");

    @TempDir
    Path home;

    private static HttpCall put(String uri) {
        return new HttpCall("PUT", URI.create(uri), Map.of("Content-Type", "application/octet-stream"), LOGIN, null);
    }

    /** As many bytes as wanted, without holding them; counts how often it was opened and what was read. */
    private static final class Zeros implements RequestBody {
        private final long size;
        private final long length;
        final AtomicInteger opened = new AtomicInteger();
        final AtomicLong read = new AtomicLong();

        Zeros(long size, boolean known) {
            this.size = size;
            this.length = known ? size : UNKNOWN;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return new InputStream() {
                private long left = size;

                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] bytes, int offset, int count) {
                    if (left == 0) {
                        return -1;
                    }
                    int taken = (int) Math.min(left, count);
                    left -= taken;
                    read.addAndGet(taken);
                    return taken;
                }
            };
        }
    }

    /** Fails after some bytes. */
    private static RequestBody failing(long announced, IOException trouble) {
        return new RequestBody() {
            @Override
            public long length() {
                return announced;
            }

            @Override
            public InputStream open() {
                return new FilterInputStream(new Zeros(1 << 20, true).open()) {
                    private long left = 300_000;

                    @Override
                    public int read(byte[] bytes, int offset, int count) throws IOException {
                        int taken = super.read(bytes, offset, (int) Math.min(Math.max(1, left), count));
                        left -= taken;
                        if (left <= 0) {
                            throw trouble;
                        }
                        return taken;
                    }
                };
            }
        };
    }

    @Test
    void sendsAKnownLengthAndAnUnknownOneInChunks() throws Exception {
        try (LocalServer server = LocalServer.http(exchange -> LocalServer.answer(
                        exchange,
                        201,
                        exchange.getRequestHeaders().getFirst("Content-Length") + " "
                                + exchange.getRequestHeaders().getFirst("Transfer-Encoding") + " "
                                + exchange.getRequestHeaders().getFirst("Expect")));
                RegistryHttp http = new Opening(home).open()) {
            HttpCall call = put("http://" + server.host() + "/upload");

            assertThat(((HttpAnswer) http.send(call, new Zeros(200_000, true))).text())
                    .isEqualTo("200000 null null");
            assertThat(((HttpAnswer) http.send(call, new Zeros(200_000, false))).text())
                    .isEqualTo("null chunked null");
            assertThat(((HttpAnswer) http.send(call, new Zeros(0, true))).text())
                    .isEqualTo("0 null null");
            assertThat(((HttpAnswer) http.send(call, RequestBody.of(new byte[] {1}))).text())
                    .isEqualTo("1 null null");
            assertThat(server.requests())
                    .extracting(request -> request.body().length())
                    .containsExactly(200_000, 200_000, 0, 1);
            assertThat(http.requestsSent()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300_000})
    void usesAConnectionAgainAfterABody(int size) throws Exception {
        try (RawServer server = RawServer.with(socket -> {
                    while (!RawServer.readHeader(socket.getInputStream()).isEmpty()) {
                        socket.getInputStream().skipNBytes(size);
                        socket.getOutputStream().write(ok());
                    }
                });
                RegistryHttp http = new Opening(home).open()) {
            for (int each = 0; each < 3; each++) {
                assertThat(http.send(put("http://" + server.host() + "/"), new Zeros(size, true)))
                        .isInstanceOf(HttpAnswer.class);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Whether it is still there is looked at first, which TLS answers with what it has to say of itself. */
    @Test
    void usesATlsConnectionAgainForABody(@TempDir Path keys) throws Exception {
        Set<Integer> connections = new CopyOnWriteArraySet<>();
        try (LocalServer server =
                        LocalServer.https(Certificates.forAnotherName(keys).tls(), exchange -> {
                            connections.add(exchange.getRemoteAddress().getPort());
                            LocalServer.answer(exchange, 201, "");
                        });
                RegistryHttp http = new Opening(home).insecure(server.host()).open()) {
            String uri = "https://" + server.host() + "/";
            HttpOutcome first = http.send(Opening.get(uri));
            HttpOutcome second = http.send(put(uri), new Zeros(1 << 20, true));
            HttpOutcome third = http.send(put(uri), new Zeros(1 << 20, false));

            assertThat(List.of(first, second, third))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(HttpAnswer.class));
            assertThat(server.requests())
                    .extracting(request -> request.body().length())
                    .containsExactly(0, 1 << 20, 1 << 20);
            assertThat(connections).hasSize(1);
        }
    }

    /** What is still on its way would be taken for the next request. */
    @Test
    void leavesAConnectionWhoseAnswerCameBeforeTheBodyWasThrough() throws Exception {
        try (RawServer server = RawServer.with(socket -> {
                    RawServer.readHeader(socket.getInputStream());
                    socket.getOutputStream().write(ok());
                    untilClosed(socket);
                });
                RegistryHttp http = new Opening(home).open()) {
            for (int each = 0; each < 2; each++) {
                assertThat(http.send(put("http://" + server.host() + "/"), new Zeros(1L << 40, true)))
                        .isInstanceOf(HttpAnswer.class);
            }

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void asksOnAnotherConnectionWhereTheOneKeptIsClosedOrSaidSomething() throws Exception {
        for (String parting : List.of("", "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n")) {
            CompletableFuture<Void> parted = new CompletableFuture<>();
            try (RawServer server = RawServer.with(socket -> {
                        RawServer.readHeader(socket.getInputStream());
                        socket.getOutputStream().write(ok());
                        socket.getOutputStream().write(parting.getBytes(StandardCharsets.US_ASCII));
                        socket.shutdownOutput();
                        parted.complete(null);
                        untilClosed(socket);
                    });
                    RegistryHttp http = new Opening(home).open()) {
                HttpOutcome first = http.send(Opening.get("http://" + server.host() + "/"));
                parted.get();
                HttpOutcome second = http.send(put("http://" + server.host() + "/"), new Zeros(0, true));

                assertThat(List.of(first, second))
                        .allSatisfy(outcome ->
                                assertThat(((HttpAnswer) outcome).status()).isEqualTo(200));
                assertThat(server.connections()).isEqualTo(2);
            }
        }
    }

    @Test
    void throwsWhereABodyIsShorterThanItSays() throws Exception {
        RequestBody body = new RequestBody() {
            @Override
            public long length() {
                return 100;
            }

            @Override
            public InputStream open() {
                return new Zeros(60, true).open();
            }
        };
        try (RawServer server = RawServer.with(UploadTest::untilClosed);
                RegistryHttp http = new Opening(home).open()) {
            assertThatThrownBy(() -> http.send(put("http://" + server.host() + "/"), body))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the body ended 40 bytes too early");
        }
    }

    @Test
    void throwsWhatTheBodyThrewAndNeverSendsAWholeBody() throws Exception {
        for (long announced : new long[] {1 << 20, RequestBody.UNKNOWN}) {
            CompletableFuture<byte[]> arrived = new CompletableFuture<>();
            IOException trouble = new IOException("the layer is cut short");
            try (RawServer server = RawServer.with(socket -> {
                        RawServer.readHeader(socket.getInputStream());
                        arrived.complete(untilClosed(socket));
                    });
                    RegistryHttp http = new Opening(home).open()) {
                HttpCall call = put("http://" + server.host() + "/");

                assertThatThrownBy(() -> http.send(call, failing(announced, trouble)))
                        .isSameAs(trouble);
                byte[] bytes = arrived.get();
                assertThat(bytes.length).isLessThan(1 << 20);
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotEndWith("\r\n0\r\n\r\n");
            }
        }
    }

    private static byte[] untilClosed(Socket socket) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (IOException reset) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    @Test
    void readsNoFurtherAheadThanTheOtherSideTakes() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        Zeros body = new Zeros(1L << 30, true);
        try (RawServer server = RawServer.with(socket -> {
                    RawServer.readHeader(socket.getInputStream());
                    try {
                        looked.await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                });
                RegistryHttp http =
                        new Opening(home).requestTimeout(Duration.ofMillis(400)).open()) {
            NetworkFault fault = (NetworkFault) http.send(put("http://" + server.host() + "/"), body);
            looked.countDown();

            // What the sockets of both sides hold, and a few buffers.
            assertThat(body.read.get()).isLessThan(64L << 20);
            assertThat(fault.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
            assertThat(fault.summary()).contains("stopped taking an upload");
        }
    }

    @Test
    void opensTheBodyAgainForARedirectAndLeavesTheLoginBehind() throws Exception {
        Zeros body = new Zeros(150_000, true);
        try (LocalServer other = LocalServer.http(LocalServer.answering(201, ""));
                LocalServer server =
                        LocalServer.http(LocalServer.redirecting(307, "http://localhost:" + other.port() + "/blob"));
                RegistryHttp http = new Opening(home).open()) {
            HttpAnswer answer = (HttpAnswer) http.send(put("http://" + server.host() + "/"), body);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(body.opened).hasValue(2);
            assertThat(server.requests().get(0).authorization()).isEqualTo(LOGIN.reveal());
            assertThat(other.requests()).singleElement().satisfies(request -> {
                assertThat(request.authorization()).isNull();
                assertThat(request.body()).hasSize(150_000);
            });
        }
    }

    @Test
    void endsAtOnceWhenInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<byte[]> arrived = new CompletableFuture<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        try (RawServer server = RawServer.with(socket -> {
                    RawServer.readHeader(socket.getInputStream());
                    asked.countDown();
                    arrived.complete(untilClosed(socket));
                });
                RegistryHttp http = new Opening(home).open()) {
            Thread sender = new Thread(() -> {
                try {
                    http.send(put("http://" + server.host() + "/"), new Zeros(1L << 40, false));
                } catch (InterruptedException expected) {
                    interrupted.set(true);
                } catch (IOException unexpected) {
                    interrupted.set(false);
                }
            });
            sender.start();
            asked.await();
            sender.interrupt();
            sender.join();

            assertThat(interrupted).isTrue();
            assertThat(arrived.get()).isNotNull();
        }
    }

    /** What nginx does with a body over client_max_body_size. */
    @Test
    void readsARefusalThatComesBeforeTheBodyIsSent() throws Exception {
        try (RawServer server = RawServer.with(socket -> {
                    RawServer.readHeader(socket.getInputStream());
                    socket.getOutputStream()
                            .write("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.shutdownOutput();
                    untilClosed(socket);
                });
                RegistryHttp http = new Opening(home).open()) {
            HttpAnswer answer =
                    (HttpAnswer) http.send(put("http://" + server.host() + "/"), new Zeros(64L << 20, true));

            assertThat(answer.status()).isEqualTo(413);
        }
    }

    private static byte[] ok() {
        return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }
}
