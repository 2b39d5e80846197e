package io.github.registrymaven.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A plain client for one registry. */
final class Client {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Client(String url) {
        this.url = url;
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(url + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        return send(method, path, new byte[0], headers);
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("location").orElseThrow();
    }

    /** Pushes a blob in two requests; its digest. */
    String pushBlob(String repository, String text) throws IOException, InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String digest = Digests.of(bytes);
        String session = location(send("POST", "/v2/" + repository + "/blobs/uploads/"));
        String sign = session.contains("?") ? "&" : "?";
        send("PUT", session + sign + "digest=" + digest, bytes, "Content-Type", "application/octet-stream");
        return digest;
    }

    /** A manifest of one layer, whose blobs are pushed. */
    byte[] manifest(String repository, String layer) throws IOException, InterruptedException {
        String config = pushBlob(repository, "{}");
        String digest = pushBlob(repository, layer);
        return ("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":{\"mediaType\":"
                        + "\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + config
                        + "\",\"size\":2},\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\""
                        + digest + "\",\"size\":" + layer.length() + "}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    HttpResponse<String> pushManifest(String repository, String reference, byte[] manifest)
            throws IOException, InterruptedException {
        return send("PUT", "/v2/" + repository + "/manifests/" + reference, manifest, "Content-Type", MANIFEST);
    }
}
