package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * What the OCI distribution specification demands of push, pull and discovery, told as tests. They run against the
 * testkit's registry and against a real docker-registry, which proves the tests themselves.
 */
abstract class Conformance {
    /** Where the registry under test is: {@code http://127.0.0.1:1234}. */
    abstract String url();

    private Client client() {
        return new Client(url());
    }

    @Test
    void saysThatItSpeaksTheProtocol() throws Exception {
        assertThat(client().send("GET", "/v2/").statusCode()).isEqualTo(200);
    }

    @Test
    void takesABlobInTwoRequestsAndGivesItBack() throws Exception {
        String digest = client().pushBlob("push/two", "a blob");

        HttpResponse<String> blob = client().send("GET", "/v2/push/two/blobs/" + digest);

        assertThat(blob.statusCode()).isEqualTo(200);
        assertThat(blob.body()).isEqualTo("a blob");
        assertThat(blob.headers().firstValue("docker-content-digest")).hasValue(digest);
    }

    @Test
    void takesABlobInChunks() throws Exception {
        Client client = client();
        String digest = Digests.of("onetwo".getBytes(StandardCharsets.UTF_8));
        String session = Client.location(client.send("POST", "/v2/push/chunks/blobs/uploads/"));

        HttpResponse<String> first = client.send(
                "PATCH",
                session,
                "one".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/octet-stream",
                "Content-Range",
                "0-2");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("range")).hasValue("0-2");
        HttpResponse<String> last = client.send(
                "PUT",
                Client.location(first) + "&digest=" + digest,
                "two".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/octet-stream");

        assertThat(last.statusCode()).isEqualTo(201);
        assertThat(client.send("GET", "/v2/push/chunks/blobs/" + digest).body()).isEqualTo("onetwo");
    }

    @Test
    void refusesABlobWhoseDigestDoesNotMatch() throws Exception {
        Client client = client();
        String session = Client.location(client.send("POST", "/v2/push/wrong/blobs/uploads/"));

        assertThat(client.send(
                                "PUT",
                                session + "&digest=sha256:" + "0".repeat(64),
                                "x".getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "application/octet-stream")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void cancelsAnUpload() throws Exception {
        Client client = client();
        String session = Client.location(client.send("POST", "/v2/push/cancel/blobs/uploads/"));

        assertThat(client.send("DELETE", session).statusCode()).isEqualTo(204);
        assertThat(client.send("DELETE", session).statusCode()).isEqualTo(404);
    }

    @Test
    void mountsABlobOfAnotherRepository() throws Exception {
        Client client = client();
        byte[] manifest = client.manifest("mount/from", "shared");
        client.pushManifest("mount/from", "1", manifest);
        String digest = Digests.of("shared".getBytes(StandardCharsets.UTF_8));

        assertThat(client.send("POST", "/v2/mount/to/blobs/uploads/?mount=" + digest + "&from=mount/from")
                        .statusCode())
                .isEqualTo(201);
        assertThat(client.send("HEAD", "/v2/mount/to/blobs/" + digest).statusCode())
                .isEqualTo(200);
    }

    @Test
    void opensASessionWhereThereIsNothingToMount() throws Exception {
        assertThat(client().send(
                                "POST",
                                "/v2/mount/none/blobs/uploads/?mount=sha256:" + "0".repeat(64) + "&from=mount/absent")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void takesAManifestByTagAndGivesItByTagAndDigest() throws Exception {
        Client client = client();
        byte[] manifest = client.manifest("pull/app", "layer");
        String digest = Digests.of(manifest);

        assertThat(client.pushManifest("pull/app", "1.0", manifest).statusCode())
                .isEqualTo(201);

        for (String reference : new String[] {"1.0", digest}) {
            HttpResponse<String> pulled =
                    client.send("GET", "/v2/pull/app/manifests/" + reference, "Accept", Client.MANIFEST);
            assertThat(pulled.statusCode()).isEqualTo(200);
            assertThat(pulled.body()).isEqualTo(new String(manifest, StandardCharsets.UTF_8));
            assertThat(pulled.headers().firstValue("docker-content-digest")).hasValue(digest);
            assertThat(client.send("HEAD", "/v2/pull/app/manifests/" + reference, "Accept", Client.MANIFEST)
                            .headers()
                            .firstValue("docker-content-digest"))
                    .hasValue(digest);
        }
    }

    @Test
    void refusesAManifestWhoseBlobsAreMissing() throws Exception {
        Client client = client();
        byte[] manifest = new String(client.manifest("pull/whole", "layer"), StandardCharsets.UTF_8)
                .replaceAll(
                        "\"layers\":\\[\\{(.*)\"digest\":\"sha256:[a-f0-9]{64}",
                        "\"layers\":[{$1\"digest\":\"sha256:" + "0".repeat(64))
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> refused = client.pushManifest("pull/whole", "1", manifest);

        assertThat(refused.statusCode()).isBetween(400, 404);
        assertThat(refused.body()).contains("BLOB_UNKNOWN");
    }

    @Test
    void refusesAManifestUnderAnotherDigest() throws Exception {
        Client client = client();
        byte[] manifest = client.manifest("pull/digest", "layer");

        assertThat(client.pushManifest("pull/digest", "sha256:" + "0".repeat(64), manifest)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersNotFoundInItsOwnFormat() throws Exception {
        Client client = client();
        client.pushManifest("pull/known", "1", client.manifest("pull/known", "layer"));

        assertThat(client.send("GET", "/v2/pull/known/manifests/absent").body()).contains("MANIFEST_UNKNOWN");
        assertThat(client.send("GET", "/v2/pull/known/blobs/sha256:" + "0".repeat(64))
                        .body())
                .contains("BLOB_UNKNOWN");
        assertThat(client.send("GET", "/v2/pull/never/tags/list").body()).contains("NAME_UNKNOWN");
    }

    @Test
    void listsTagsInPages() throws Exception {
        Client client = client();
        byte[] manifest = client.manifest("list/app", "layer");
        for (String tag : new String[] {"c", "a", "b"}) {
            client.pushManifest("list/app", tag, manifest);
        }

        HttpResponse<String> all = client.send("GET", "/v2/list/app/tags/list");

        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body()).contains("\"a\"", "\"b\"", "\"c\"").contains("list/app");
    }

    @Test
    void givesPartOfABlob() throws Exception {
        Client client = client();
        String digest = client.pushBlob("pull/part", "0123456789");

        HttpResponse<String> part = client.send("GET", "/v2/pull/part/blobs/" + digest, "Range", "bytes=2-4");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
    }

    @Test
    void deletesAManifestByDigest() throws Exception {
        Client client = client();
        byte[] manifest = client.manifest("delete/app", "layer");
        client.pushManifest("delete/app", "1", manifest);

        assertThat(client.send("DELETE", "/v2/delete/app/manifests/" + Digests.of(manifest))
                        .statusCode())
                .isEqualTo(202);
        assertThat(client.send("GET", "/v2/delete/app/manifests/1").statusCode())
                .isEqualTo(404);
    }
}
