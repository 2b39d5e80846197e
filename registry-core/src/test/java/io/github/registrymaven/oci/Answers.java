package io.github.registrymaven.oci;

import io.github.registrymaven.network.HttpAnswer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as a registry would give them. */
final class Answers {
    static final URI HERE = URI.create("https://registry.example/v2/");

    private Answers() {}

    static HttpAnswer of(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new HttpAnswer(
                HERE, status, HttpHeaders.of(all, (name, value) -> true), body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer of(int status, String body) {
        return of(status, Map.of(), body);
    }
}
