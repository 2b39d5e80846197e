package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedirectsTest {
    private static final Secret LOGIN = Secret.of("Bearer " + "word");

    @TempDir
    Path home;

    @TempDir
    Path keys;

    @Test
    void takesNoCredentialsToAnotherHost() throws Exception {
        try (LocalServer other = LocalServer.http(LocalServer.answering(200, "there"));
                LocalServer server =
                        LocalServer.http(LocalServer.redirecting(307, "http://localhost:" + other.port() + "/blob"));
                RegistryHttp http = new Opening(home).open()) {
            HttpAnswer answer = (HttpAnswer) http.send(call("GET", "http://" + server.host() + "/v2/"));

            assertThat(answer.text()).isEqualTo("there");
            assertThat(answer.uri().getPort()).isEqualTo(other.port());
            assertThat(server.requests().get(0).authorization()).isEqualTo(LOGIN.reveal());
            assertThat(other.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.authorization()).isNull());
        }
    }

    @Test
    void keepsCredentialsWithinTheOrigin() throws Exception {
        try (LocalServer server = LocalServer.http(exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/v2/")) {
                        LocalServer.redirecting(302, "/elsewhere").handle(exchange);
                    } else {
                        LocalServer.answer(exchange, 200, "");
                    }
                });
                RegistryHttp http = new Opening(home).open()) {
            http.send(call("GET", "http://" + server.host() + "/v2/"));

            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.authorization()).isEqualTo(LOGIN.reveal()));
        }
    }

    @Test
    void doesNotGoFromTlsToPlainHttp() throws Exception {
        try (LocalServer plain = LocalServer.http(LocalServer.answering(200, ""));
                LocalServer server = LocalServer.https(
                        Certificates.forLocalhost(keys).tls(),
                        LocalServer.redirecting(302, "http://localhost:" + plain.port() + "/"));
                RegistryHttp http = new Opening(home).insecure("127.0.0.1").open()) {
            HttpAnswer answer = (HttpAnswer) http.send(call("GET", "https://" + server.host() + "/v2/"));

            assertThat(answer.status()).isEqualTo(302);
            assertThat(plain.requests()).isEmpty();
        }
    }

    @Test
    void doesNotRepeatAPostElsewhere() throws Exception {
        try (LocalServer other = LocalServer.http(LocalServer.answering(202, ""));
                LocalServer server =
                        LocalServer.http(LocalServer.redirecting(307, "http://localhost:" + other.port() + "/"));
                RegistryHttp http = new Opening(home).open()) {
            HttpAnswer answer = (HttpAnswer) http.send(call("POST", "http://" + server.host() + "/v2/"));

            assertThat(answer.status()).isEqualTo(307);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void repeatsAPostWithinTheOriginWhereTheStatusSaysSo() throws Exception {
        try (LocalServer server = LocalServer.http(exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/v2/")) {
                        LocalServer.redirecting(308, "/uploads").handle(exchange);
                    } else {
                        LocalServer.answer(exchange, 202, "");
                    }
                });
                RegistryHttp http = new Opening(home).open()) {
            HttpAnswer answer = (HttpAnswer) http.send(call("POST", "http://" + server.host() + "/v2/"));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(server.requests())
                    .extracting(LocalServer.Request::line)
                    .containsExactly("POST /v2/", "POST /uploads");
        }
    }

    @Test
    void namesALoop() throws Exception {
        try (LocalServer server = LocalServer.http(LocalServer.redirecting(301, "/v2/"));
                RegistryHttp http = new Opening(home).open()) {
            NetworkFault fault = (NetworkFault) http.send(call("GET", "http://" + server.host() + "/v2/"));

            assertThat(fault.cause()).isEqualTo(Cause.NETWORK_RESTRICTED);
            assertThat(fault.summary()).contains("without end");
            assertThat(server.requests()).hasSize(6);
        }
    }

    private static HttpCall call(String method, String uri) {
        return new HttpCall(method, URI.create(uri), Map.of(), LOGIN, null);
    }
}
