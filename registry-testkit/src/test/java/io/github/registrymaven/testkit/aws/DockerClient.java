package io.github.registrymaven.testkit.aws;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Pushes as docker does, with one login; what a request is refused with is its result. */
final class DockerClient {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String login;

    /**
     * A client.
     *
     * @param login user and password in Base64, as {@code GetAuthorizationToken} gives them
     */
    DockerClient(String url, String login) {
        this.url = url;
        this.login = login;
    }

    static DockerClient of(AwsTestCloud cloud, AwsKey key) {
        try (AwsClients clients = AwsClients.of(cloud, key)) {
            String login = clients.ecr()
                    .getAuthorizationToken()
                    .authorizationData()
                    .get(0)
                    .authorizationToken();
            return new DockerClient(cloud.registry().url(), login);
        }
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(url + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Basic " + login);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return send(method, path, new byte[0]);
    }

    /** Pushes an image of one layer; nothing where it worked, else the status and body that ended it. */
    String push(String repository, String tag, String layer) throws IOException, InterruptedException {
        byte[][] blobs = {layer.getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8)};
        for (byte[] blob : blobs) {
            String refused = blob(repository, blob);
            if (!refused.isEmpty()) {
                return refused;
            }
        }
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST
                + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                + Sha256.digest(blobs[1]) + "\",\"size\":2},\"layers\":[{\"mediaType\":"
                + "\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\"" + Sha256.digest(blobs[0])
                + "\",\"size\":" + blobs[0].length + "}]}";
        return refusal(send(
                "PUT",
                "/v2/" + repository + "/manifests/" + tag,
                manifest.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                MANIFEST));
    }

    private String blob(String repository, byte[] blob) throws IOException, InterruptedException {
        String digest = Sha256.digest(blob);
        HttpResponse<String> present = send("HEAD", "/v2/" + repository + "/blobs/" + digest);
        if (present.statusCode() == 200) {
            return "";
        }
        if (present.statusCode() != 404) {
            return refusal(present);
        }
        HttpResponse<String> opened = send("POST", "/v2/" + repository + "/blobs/uploads/");
        if (opened.statusCode() != 202) {
            return refusal(opened);
        }
        HttpResponse<String> sent = send("PATCH", location(opened), blob);
        if (sent.statusCode() != 202) {
            return refusal(sent);
        }
        return refusal(send("PUT", location(sent) + "&digest=" + digest));
    }

    static String refusal(HttpResponse<String> response) {
        return response.statusCode() < 300 ? "" : response.statusCode() + " " + response.body();
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("location").orElseThrow();
    }

    static String login(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
