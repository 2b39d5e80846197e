package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request looks like on the wire. */
class RequestsTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"GET, false", "HEAD, false", "DELETE, false", "POST, true"})
    void tellsTheLengthOfABodyOnlyWhereThereCouldBeOne(String method, boolean told) throws Exception {
        AtomicReference<String> header = new AtomicReference<>("");
        try (RawServer server = RawServer.with(socket -> {
                    header.set(RawServer.readHeader(socket.getInputStream()));
                    socket.getOutputStream()
                            .write("HTTP/1.1 204 None\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                });
                RegistryHttp http = new Opening(home).open()) {
            URI uri = URI.create("http://" + server.host() + "/v2/");

            assertThat(http.send(new HttpCall(method, uri, Map.of("Accept", "text/plain"), null, null)))
                    .isInstanceOf(HttpAnswer.class);

            String said = Objects.requireNonNull(header.get());
            assertThat(said).startsWith(method + " /v2/ ").contains("Accept: text/plain", "User-Agent: ");
            assertThat(said.toLowerCase(Locale.ROOT).contains("content-length")).isEqualTo(told);
        }
    }

    /** As registries behind a gateway name where to send an upload. */
    @ParameterizedTest
    @CsvSource({"/v2//blobs/uploads/1?_state=a%3D&b=c%2F, true", "'', false", "/v2/?x, true"})
    void asksForAPathAsItIs(String path, boolean asItIs) throws Exception {
        AtomicReference<String> header = new AtomicReference<>("");
        try (RawServer server = RawServer.with(socket -> {
                    header.set(RawServer.readHeader(socket.getInputStream()));
                    socket.getOutputStream().write("HTTP/1.1 204 None\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                });
                RegistryHttp http = new Opening(home).open()) {
            http.send(Opening.get("http://" + server.host() + path));

            assertThat(Objects.requireNonNull(header.get()))
                    .startsWith("GET " + (asItIs ? path : "/") + " HTTP/1.1\r\nHost: " + server.host() + "\r\n");
        }
    }
}
