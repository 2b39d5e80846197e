package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestRegistryConformanceTest extends Conformance {
    private final TestRegistry registry = started();

    private static TestRegistry started() {
        try {
            return TestRegistry.start();
        } catch (IOException noLoopback) {
            throw new IllegalStateException(noLoopback);
        }
    }

    @BeforeAll
    void isEmptyAtFirst() {
        assertThat(registry.contents()).isEmpty();
    }

    @AfterAll
    void stop() throws IOException {
        registry.close();
    }

    @Override
    String url() {
        return registry.url();
    }

    /** docker-registry 2.8 knows neither order of chunks nor pages of tags nor referrers: these are the testkit's alone. */
    @Test
    void refusesAChunkThatDoesNotFollow() throws Exception {
        Client client = new Client(url());
        String session = Client.location(client.send("POST", "/v2/push/order/blobs/uploads/"));

        assertThat(client.send(
                                "PATCH",
                                session,
                                "late".getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "application/octet-stream",
                                "Content-Range",
                                "7-10")
                        .statusCode())
                .isEqualTo(416);
    }

    @Test
    void linksToTheNextPageOfTags() throws Exception {
        Client client = new Client(url());
        byte[] manifest = client.manifest("page/app", "layer");
        for (String tag : new String[] {"a", "b", "c"}) {
            client.pushManifest("page/app", tag, manifest);
        }

        var first = client.send("GET", "/v2/page/app/tags/list?n=2");
        String next = first.headers().firstValue("link").orElseThrow().replaceAll("<(.*)>.*", "$1");

        assertThat(first.body()).contains("[\"a\",\"b\"]");
        assertThat(client.send("GET", next).body()).contains("[\"c\"]");
    }

    @Test
    void listsWhatRefersToAManifest() throws Exception {
        Client client = new Client(url());
        byte[] image = client.manifest("refer/app", "layer");
        client.pushManifest("refer/app", "1", image);
        String subject = Digests.of(image);
        byte[] signature = new String(client.manifest("refer/app", "signature"), StandardCharsets.UTF_8)
                .replace(
                        "\"layers\"",
                        "\"subject\":{\"mediaType\":\"" + Client.MANIFEST + "\",\"digest\":\"" + subject
                                + "\",\"size\":" + image.length + "},\"layers\"")
                .getBytes(StandardCharsets.UTF_8);

        var pushed = client.pushManifest("refer/app", Digests.of(signature), signature);

        assertThat(pushed.headers().firstValue("oci-subject")).hasValue(subject);
        assertThat(client.send("GET", "/v2/refer/app/referrers/" + subject).body())
                .contains(Digests.of(signature));
    }
}
