package io.github.registrymaven.testkit.google;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Speaks to a cloud as client libraries and docker do; every answer is its status and body. */
final class GoogleClient {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final GoogleTestCloud cloud;

    GoogleClient(GoogleTestCloud cloud) {
        this.cloud = cloud;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", cloud.endpoint() + path, "", headers);
    }

    /** {@code GET} as somebody. */
    HttpResponse<String> getAs(String token, String path) throws IOException, InterruptedException {
        return get(path, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> postAs(String token, String path, String body) throws IOException, InterruptedException {
        return send("POST", cloud.endpoint() + path, body, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> form(String path, String... namesAndValues) throws IOException, InterruptedException {
        String form = Stream.iterate(0, i -> i + 1 < namesAndValues.length, i -> i + 2)
                .map(i -> namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", cloud.endpoint() + path, form, "Content-Type", "application/x-www-form-urlencoded");
    }

    HttpResponse<String> send(String method, String url, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A signed assertion for a key, as RFC 7523 has it. */
    static String assertion(String keyFile, Instant now) throws GeneralSecurityException {
        JsonObject file = GoogleJson.parse(keyFile);
        JsonObject claims = GoogleJson.object(
                "iss",
                GoogleJson.text(file, "client_email"),
                "scope",
                AccessTokens.ALL_OF_THE_CLOUD,
                "aud",
                "https://oauth2.googleapis.com/token");
        claims.addProperty("iat", now.getEpochSecond());
        claims.addProperty("exp", now.getEpochSecond() + 3600);
        String signed = part(GoogleJson.object("alg", "RS256", "kid", GoogleJson.text(file, "private_key_id"))) + "."
                + part(claims);
        String pem = GoogleJson.text(file, "private_key").replaceAll("-----[A-Z ]+-----|\\s", "");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String part(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Pushes an image as docker does; nothing where it worked, else the status and body that ended it. */
    String push(String host, String repository, String tag, String user, String password)
            throws IOException, InterruptedException, GeneralSecurityException {
        String url = cloud.registry(host).url();
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> token = get(
                "/v2/token/" + host + "?scope=repository:" + repository + ":pull,push",
                "Authorization",
                "Basic " + login);
        if (token.statusCode() != 200) {
            return token.statusCode() + " " + token.body();
        }
        String bearer = "Bearer " + GoogleJson.text(GoogleJson.parse(token.body()), "token");
        HttpResponse<String> opened =
                send("POST", url + "/v2/" + repository + "/blobs/uploads/", "", "Authorization", bearer);
        if (opened.statusCode() != 202) {
            return opened.statusCode() + " " + opened.body();
        }
        String config = "{}";
        String location = opened.headers().firstValue("location").orElseThrow();
        HttpResponse<String> sent =
                send("PUT", location + "&digest=" + digest(config), config, "Authorization", bearer);
        if (sent.statusCode() != 201) {
            return sent.statusCode() + " " + sent.body();
        }
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":{\"mediaType\":"
                + "\"application/vnd.oci.image.config.v1+json\",\"digest\":\"" + digest(config)
                + "\",\"size\":2},\"layers\":[]}";
        HttpResponse<String> put = send(
                "PUT",
                url + "/v2/" + repository + "/manifests/" + tag,
                manifest,
                "Authorization",
                bearer,
                "Content-Type",
                MANIFEST);
        return put.statusCode() == 201 ? "" : put.statusCode() + " " + put.body();
    }

    private static String digest(String text) throws GeneralSecurityException {
        return "sha256:"
                + HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
