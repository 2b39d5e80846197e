package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RulesAndFaultsTest {
    @Test
    void anImmutableTagMovesToNoOtherImage() throws Exception {
        try (TestRegistry registry =
                TestRegistry.builder().immutableTags("team/*", "1.*").start()) {
            Client client = new Client(registry.url());
            byte[] first = client.manifest("team/app", "one");
            byte[] second = client.manifest("team/app", "two");

            assertThat(client.pushManifest("team/app", "1.0", first).statusCode())
                    .isEqualTo(201);
            assertThat(client.pushManifest("team/app", "1.0", first).statusCode())
                    .isEqualTo(201);
            assertThat(client.pushManifest("team/app", "1.0", second).statusCode())
                    .isEqualTo(400);
            assertThat(client.pushManifest("team/app", "latest", first).statusCode())
                    .isEqualTo(201);
            assertThat(client.pushManifest("team/app", "latest", second).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void aReadOnlyRegistryTakesNothing() throws Exception {
        try (TestRegistry registry = TestRegistry.builder().readOnly().start()) {
            assertThat(new Client(registry.url())
                            .send("POST", "/v2/a/blobs/uploads/")
                            .statusCode())
                    .isEqualTo(405);
            assertThat(registry.contents()).isEmpty();
        }
    }

    @Test
    void aFullRepositoryTakesNothingMore() throws Exception {
        try (TestRegistry registry = TestRegistry.builder().quota("a", 3).start()) {
            Client client = new Client(registry.url());
            client.pushBlob("a", "1234");

            HttpResponse<String> refused = client.send("POST", "/v2/a/blobs/uploads/");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("quota");
        }
    }

    @Test
    void aRepositoryThatMustExistIsNotCreated() throws Exception {
        try (TestRegistry registry =
                TestRegistry.builder().repositoriesMustExist().start()) {
            assertThat(new Client(registry.url())
                            .send("POST", "/v2/a/blobs/uploads/")
                            .body())
                    .contains("NAME_UNKNOWN");
        }
    }

    @Test
    void aFaultStrikesAsOftenAsOrdered() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("GET", "/v2/").times(1).error(500, "UNKNOWN", "on order");
            Client client = new Client(registry.url());

            assertThat(client.send("GET", "/v2/").statusCode()).isEqualTo(500);
            assertThat(client.send("GET", "/v2/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsACaptivePortalAndAsksToWait() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            Client client = new Client(registry.url());
            registry.faults().on("*", "/v2/").times(1).captivePortal();
            assertThat(client.send("GET", "/v2/").body()).contains("Sign in");

            registry.faults().on("POST", "/v2/*/blobs/uploads/").tooManyRequests(7);
            HttpResponse<String> wait = client.send("POST", "/v2/team/app/blobs/uploads/");
            assertThat(wait.statusCode()).isEqualTo(429);
            assertThat(wait.headers().firstValue("retry-after")).hasValue("7");
        }
    }

    @Test
    void dropsAConnection() throws IOException {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("GET", "/v2/").drop();

            assertThatThrownBy(() -> new Client(registry.url()).send("GET", "/v2/"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void cutsAnAnswerShort() throws IOException {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("GET", "/v2/").cutShort();

            assertThatThrownBy(() -> new Client(registry.url()).send("GET", "/v2/"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void sendsAnAnswerByteByByte() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("GET", "/v2/").slowly("{}", Duration.ofMillis(1));

            assertThat(new Client(registry.url()).send("GET", "/v2/").body()).isEqualTo("{}");
        }
    }

    @Test
    void aRefusedManifestLeavesNothingBehind() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            byte[] odd = "{\"schemaVersion\":2,\"config\":{\"digest\":null}}".getBytes(StandardCharsets.UTF_8);

            assertThat(new Client(registry.url()).pushManifest("a", "1", odd).statusCode())
                    .isEqualTo(400);
            assertThat(registry.contents()).isEmpty();
        }
    }

    @Test
    void neverRecordsAnAuthorizationThatItCannotRead() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            new Client(registry.url()).send("GET", "/v2/", "Authorization", "planted");

            assertThat(registry.requests().toString()).doesNotContain("planted");
        }
    }
}
