package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** What holds of an answer, whatever a server sends. */
final class AnswerClaims {
    private AnswerClaims() {}

    /** It is an answer, or it is said to be none. */
    static void hold(byte[] sent) {
        for (String method : List.of("GET", "HEAD")) {
            HttpCall call = new HttpCall(method, URI.create("http://registry.example.com/v2/"), Map.of(), null, null);
            try (Socket socket = saying(sent)) {
                Connection connection = new Connection(socket, socket);
                ClassicHttpRequest request = Requests.head(call, Way.to(call.uri(), null, false), 0);
                connection.send(request);
                HttpAnswer answer = connection.answer(call, request);
                assertThat(answer.status()).isGreaterThanOrEqualTo(200);
                assertThat(answer.body().length).isLessThanOrEqualTo(sent.length);
                assertThat(answer.headers().firstValue("location")).isNotNull();
            } catch (IOException none) {
                assertThat(Words.of(none)).isNotEmpty();
            }
        }
    }

    private static Socket saying(byte[] sent) {
        return new Socket() {
            private final InputStream in = new ByteArrayInputStream(sent);

            @Override
            public InputStream getInputStream() {
                return in;
            }

            @Override
            public OutputStream getOutputStream() {
                return OutputStream.nullOutputStream();
            }
        };
    }
}
