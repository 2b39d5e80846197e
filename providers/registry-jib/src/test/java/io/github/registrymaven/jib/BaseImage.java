package io.github.registrymaven.jib;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An image of one empty layer, to build upon: its blobs and manifests by digest, and a way into a registry. */
final class BaseImage {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

    private final Map<String, byte[]> blobs = new LinkedHashMap<>();
    private final Map<String, byte[]> manifests = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private String digest = "";

    /** For one platform. */
    static BaseImage forPlatform(String os, String architecture) {
        BaseImage image = new BaseImage();
        image.digest = image.single(os, architecture);
        return image;
    }

    static BaseImage usual() {
        return forPlatform("linux", "amd64");
    }

    /** For two platforms, below an index. */
    static BaseImage index() {
        BaseImage image = new BaseImage();
        String amd = image.entry(image.single("linux", "amd64"), "amd64");
        String arm = image.entry(image.single("linux", "arm64"), "arm64");
        image.digest = image.manifest(
                INDEX, "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + amd + "," + arm + "]}");
        return image;
    }

    private String entry(String child, String architecture) {
        return "{\"mediaType\":\"" + MANIFEST + "\",\"digest\":\"" + child + "\",\"size\":"
                + Objects.requireNonNull(manifests.get(child)).length
                + ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture
                + "\"}}";
    }

    private String single(String os, String architecture) {
        byte[] tar = new byte[1024];
        byte[] packed = packed(tar);
        String config = "{\"architecture\":\"" + architecture + "\",\"os\":\"" + os
                + "\",\"config\":{\"Env\":[\"BASE=yes\"],\"User\":\"65532\"},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                + digestOf(tar) + "\"]}}";
        String layer = blob(packed);
        String configured = blob(utf8(config));
        return manifest(
                MANIFEST,
                "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":{\"mediaType\":\"" + CONFIG
                        + "\",\"digest\":\"" + configured + "\",\"size\":" + utf8(config).length
                        + "},\"layers\":[{\"mediaType\":\"" + LAYER + "\",\"digest\":\"" + layer + "\",\"size\":"
                        + packed.length + "}]}");
    }

    private String blob(byte[] bytes) {
        blobs.put(digestOf(bytes), bytes);
        return digestOf(bytes);
    }

    private String manifest(String type, String text) {
        String name = digestOf(utf8(text));
        manifests.put(name, utf8(text));
        types.put(name, type);
        return name;
    }

    /** Of what a tag would point to. */
    String digest() {
        return digest;
    }

    /** The digest of the one layer. */
    String layer() {
        return blobs.keySet().iterator().next();
    }

    /** The manifest of a platform, by its place in the index. */
    String child(int number) {
        return List.copyOf(manifests.keySet()).get(number);
    }

    /** Its bytes. */
    byte[] manifest(int number) {
        return Objects.requireNonNull(manifests.get(child(number)));
    }

    private String type(String manifest) {
        return types.getOrDefault(manifest, MANIFEST);
    }

    /** Pushes it as {@code base/java:17}; returns the reference with its digest. */
    String pushTo(String url, @Nullable SSLContext trust, @Nullable String login)
            throws IOException, InterruptedException {
        HttpClient.Builder builder = HttpClient.newBuilder();
        HttpClient client = (trust == null ? builder : builder.sslContext(trust)).build();
        for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
            HttpResponse<String> opened = send(
                    client, request(url + "/v2/base/java/blobs/uploads/", login).POST(BodyPublishers.noBody()));
            String session = opened.headers().firstValue("location").orElseThrow();
            String absolute = URI.create(url).resolve(session).toString();
            String sign = absolute.contains("?") ? "&" : "?";
            send(
                    client,
                    request(absolute + sign + "digest=" + blob.getKey(), login)
                            .PUT(BodyPublishers.ofByteArray(blob.getValue())));
        }
        for (Map.Entry<String, byte[]> manifest : manifests.entrySet()) {
            String reference = manifest.getKey().equals(digest) ? "17" : manifest.getKey();
            send(
                    client,
                    request(url + "/v2/base/java/manifests/" + reference, login)
                            .header("Content-Type", type(manifest.getKey()))
                            .PUT(BodyPublishers.ofByteArray(manifest.getValue())));
        }
        return URI.create(url).getAuthority() + "/base/java@" + digest;
    }

    private static HttpRequest.Builder request(String uri, @Nullable String login) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
        return login == null
                ? request
                : request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(utf8(login)));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response + " " + response.body());
        }
        return response;
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static String digestOf(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
