package io.github.registrymaven.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request and its answer. */
final class Exchange {
    private static final int MOST_BYTES = 1 << 20;

    private final HttpExchange http;
    private final String base;
    private final Consumer<Exchange> whenAnswered;
    private int status;
    private @Nullable InputStream body;

    /**
     * An exchange.
     *
     * @param base the server's own address, {@code http://127.0.0.1:1234}
     * @param whenAnswered told just before the client is, so that the client's next look finds it done
     */
    Exchange(HttpExchange http, String base, Consumer<Exchange> whenAnswered) {
        this.http = http;
        this.base = base;
        this.whenAnswered = whenAnswered;
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    String pathAndQuery() {
        return http.getRequestURI().toString();
    }

    String base() {
        return base;
    }

    /** The status that was answered; 0 where none was. */
    int status() {
        return status;
    }

    @Nullable
    String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    /** The first value of a query parameter. */
    @Nullable
    String query(String name) {
        List<String> values = queries().get(name);
        return values == null ? null : values.get(0);
    }

    Map<String, List<String>> queries() {
        return parameters(http.getRequestURI().getRawQuery());
    }

    static Map<String, List<String>> parameters(@Nullable String text) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            String name = sign < 0 ? pair : pair.substring(0, sign);
            String value = sign < 0 ? "" : pair.substring(sign + 1);
            parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    InputStream body() {
        return body == null ? http.getRequestBody() : body;
    }

    /** From now on the body is read through another stream. */
    void readThrough(InputStream other) {
        body = other;
    }

    Exchange with(String name, String value) {
        http.getResponseHeaders().set(name, value);
        return this;
    }

    /** Answers with a text, or with nothing; a HEAD is answered with the length alone. */
    void answer(int code, String type, byte[] text) throws IOException {
        http.getRequestBody().transferTo(OutputStream.nullOutputStream());
        answering(code);
        with("Content-Type", type);
        if (method().equals("HEAD")) {
            with("Content-Length", String.valueOf(text.length));
            http.sendResponseHeaders(code, -1);
        } else {
            http.sendResponseHeaders(code, text.length == 0 ? -1 : text.length);
            http.getResponseBody().write(text);
        }
        http.close();
    }

    /** Whether a request that is none of the registry's protocol was answered; others keep their body. */
    boolean answeredBy(@Nullable SideDoor door) throws IOException {
        if (door == null || path().startsWith("/v2/") || path().equals("/v2")) {
            return false;
        }
        String said = new String(body().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        SideDoor.Answer answer = door.answer(new SideDoor.Request(
                method(), path(), http.getRequestURI().getRawQuery(), header("Authorization"), said, this::header));
        if (answer != null) {
            if (answer.link() != null) {
                with("Link", answer.link());
            }
            if (answer.challenge() != null) {
                with("WWW-Authenticate", answer.challenge());
            }
            json(answer.status(), answer.json());
        }
        return answer != null;
    }

    void json(int code, String text) throws IOException {
        answer(code, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with a status alone. */
    void empty(int code) throws IOException {
        http.getRequestBody().transferTo(OutputStream.nullOutputStream());
        answering(code);
        http.sendResponseHeaders(code, -1);
        http.close();
    }

    /** Answers with a file, from an offset to an end that is left out. */
    void file(int code, Path file, long from, long end) throws IOException {
        answering(code);
        if (method().equals("HEAD")) {
            with("Content-Length", String.valueOf(end - from));
            http.sendResponseHeaders(code, -1);
        } else {
            http.sendResponseHeaders(code, end - from == 0 ? -1 : end - from);
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(from);
                in.transferTo(new Limited(http.getResponseBody(), end - from));
            }
        }
        http.close();
    }

    /** Ends the connection without an answer. */
    void drop() {
        answering(0);
        http.close();
    }

    /** Begins an answer that says it is longer than what follows, and ends the connection. */
    void cutShort(int code, byte[] text) throws IOException {
        answering(code);
        http.sendResponseHeaders(code, text.length + 1_000L);
        http.getResponseBody().write(text);
        http.getResponseBody().flush();
        http.close();
    }

    /** Begins an answer whose body is written by the caller, who ends it. */
    OutputStream begin(int code, long length) throws IOException {
        answering(code);
        http.sendResponseHeaders(code, length);
        return http.getResponseBody();
    }

    void end() {
        http.close();
    }

    private void answering(int code) {
        status = code;
        whenAnswered.accept(this);
    }

    /** Takes no more than a number of bytes. */
    private static final class Limited extends OutputStream {
        private final OutputStream out;
        private long left;

        Limited(OutputStream out, long most) {
            this.out = out;
            this.left = most;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int taken = (int) Math.min(left, length);
            out.write(bytes, offset, taken);
            left -= taken;
        }
    }
}
