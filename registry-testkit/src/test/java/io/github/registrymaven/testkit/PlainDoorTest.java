package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

final class PlainDoorTest {
    @Test
    void answersAGreetingInTlsAtOnceAndInPlainHttp() throws Exception {
        try (TestRegistry registry = TestRegistry.start();
                Socket client = SSLSocketFactory.getDefault()
                        .createSocket("127.0.0.1", URI.create(registry.url()).getPort())) {
            client.setSoTimeout(20_000);

            assertThatThrownBy(() -> client.getOutputStream().write(1)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void keepsAConnectionForManyRequests() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (TestRegistry registry = TestRegistry.start()) {
            HttpRequest ping =
                    HttpRequest.newBuilder(URI.create(registry.url() + "/v2/")).build();

            for (int i = 0; i < 20; i++) {
                assertThat(client.send(ping, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
