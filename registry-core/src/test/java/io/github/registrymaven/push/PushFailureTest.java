package io.github.registrymaven.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.image.BrokenImage;
import io.github.registrymaven.image.Descriptor;
import io.github.registrymaven.image.FinishedImage;
import io.github.registrymaven.image.Manifest;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushes that meet trouble: what helps is done, the rest is told by its cause, and nothing is left behind. */
class PushFailureTest {
    @TempDir
    private Path home;

    private final HandMade made = new HandMade();

    private static TestRegistryBuilder described() {
        return TestRegistry.builder()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH, Action.DELETE);
    }

    private static PushFailure failure(PushedImage image) {
        PushFailure failure = image.failure();
        assertThat(failure).isNotNull();
        assertThat(image.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(image.digest()).isNull();
        return failure == null ? new PushFailure(Cause.UNKNOWN, "", List.of(), List.of()) : failure;
    }

    /** Neither a tag nor an upload. */
    private static void leftNothingToPull(TestRegistry registry) {
        assertThat(registry.contents()).noneMatch(line -> line.startsWith("tag") || line.startsWith("upload"));
    }

    /** So that the config is there, and the layer is all that is uploaded afterwards. */
    private void hasTheConfig(TestRegistry registry) throws InterruptedException {
        assertThat(new Pushing(home)
                        .one(made.ofLayers(10), registry.host() + "/team/app:0")
                        .failure())
                .isNull();
    }

    private static long count(TestRegistry registry, String method) {
        return registry.requests().stream()
                .filter(request -> request.method().equals(method))
                .count();
    }

    @Test
    void goesOnWhereABrokenUploadStands() throws Exception {
        try (TestRegistry registry = described().start()) {
            hasTheConfig(registry);
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").times(1).dropAfter(200_000);
            FinishedImage image = made.ofLayers(900_000);
            Pushing pushing = new Pushing(home);

            PushedImage pushed = pushing.one(image, registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(pushing.waits).containsExactly(Duration.ofMillis(500));
            assertThat(registry.requests())
                    .anyMatch(request -> request.method().equals("PATCH") && request.status() == 202);
            assertThat(registry.contents())
                    .contains("tag team/app:1.0 " + image.root().descriptor().digest())
                    .noneMatch(line -> line.startsWith("upload"));
        }
    }

    @Test
    void goesOnWithALayerThatIsCompressedOnTheWay() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PATCH", "/v2/*/blobs/uploads/*").times(1).dropAfter(100_000);

            PushedImage pushed =
                    new Pushing(home).one(made.unpacked(made.random(700_000, 1)), registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(registry.contents())
                    .contains("tag team/app:1.0 " + pushed.digest())
                    .noneMatch(line -> line.startsWith("upload"));
        }
    }

    @Test
    void beginsAgainWhereTheRegistrySaysNothingOfAnUpload() throws Exception {
        try (TestRegistry registry = described().start()) {
            hasTheConfig(registry);
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").times(1).dropAfter(200_000);
            registry.faults().on("GET", "/v2/*/blobs/uploads/*").error(405, "UNSUPPORTED", "no");

            PushedImage pushed = new Pushing(home).one(made.ofLayers(900_000), registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(count(registry, "POST")).isEqualTo(2 + 2);
            assertThat(count(registry, "DELETE")).isEqualTo(1);
            assertThat(registry.contents()).noneMatch(line -> line.startsWith("upload"));
        }
    }

    @Test
    void beginsAgainOnceWhereTheRegistryForgetsAnUpload() throws Exception {
        try (TestRegistry registry = described().start()) {
            hasTheConfig(registry);
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").times(1).forgetUploadAfter(100_000);

            PushedImage pushed = new Pushing(home).one(made.ofLayers(300_000), registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
        }
    }

    @Test
    void tellsARegistryThatForgetsUploadsEveryTime() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").forgetUploadAfter(10);

            PushFailure failure =
                    failure(new Pushing(home).one(made.ofLayers(300_000), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.BLOB_UPLOAD_UNKNOWN);
            assertThat(failure.summary()).contains("/team/app cannot be pushed").contains("half-way, twice");
            assertThat(failure.remedies()).isNotEmpty();
            leftNothingToPull(registry);
        }
    }

    @Test
    void namesTheLargestLayersWithTheLinesOfTheDockerfileThatMadeThem() throws Exception {
        String history = """
                [{"created_by":"/bin/sh -c #(nop) ADD file:1 in / "},
                 {"created_by":"ENV A=b","empty_layer":true},
                 {"created_by":"RUN |1 TOKEN=planted /bin/sh -c apt-get install -y tools # buildkit"},
                 {"created_by":"RUN /bin/sh -c curl -H 'X-Token: planted' https://me:planted@repo.test # buildkit"},
                 {"created_by":"COPY target/app.jar /app.jar # buildkit"}]""";
        FinishedImage image = HandMade.finished(made.manifest(
                "large",
                history,
                made.layer(made.random(100, 1)),
                made.layer(made.random(3 << 20, 2)),
                made.layer(made.random(200_000, 3)),
                made.layer(made.random(11 << 20, 4))));
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").forgetUploadAfter(10);

            PushFailure failure = failure(new Pushing(home).one(image, registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.BLOB_UPLOAD_UNKNOWN);
            assertThat(failure.evidence())
                    .contains(
                            "layer 4 of 4, 11.5 MB, made by: COPY target/app.jar /app.jar",
                            "layer 2 of 4, 3.1 MB, made by: RUN apt-get install -y tools")
                    .anyMatch(line -> line.startsWith("layer 3 of 4, 200000 bytes, made by: RUN curl"));
            assertThat(failure.toString()).doesNotContain("planted");
            Remedy smaller = failure.remedies().get(failure.remedies().size() - 1);
            assertThat(smaller.title()).contains("copy the jar unpacked");
            assertThat(smaller.files().get(0))
                    .isEqualTo(new Remedy.File("Dockerfile", "COPY target/app.jar /app.jar\n"));
        }
    }

    @Test
    void namesTheLayersOfAnImageThatDoesNotSayWhatMadeThem() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PATCH", "/v2/*/blobs/uploads/*").tooLarge();

            PushFailure failure = failure(
                    new Pushing(home).one(made.unpacked(made.random(50_000, 1)), registry.host() + "/team/app:1.0"));

            assertThat(failure.evidence()).contains("layer 1 of 1, 50000 bytes");
        }
    }

    @Test
    void namesTheLayerThatIsTooLarge() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").tooLarge();

            PushFailure failure =
                    failure(new Pushing(home).one(made.ofLayers(300_000), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.PAYLOAD_TOO_LARGE);
            assertThat(failure.summary()).contains("/team/app takes no upload of the size of blob");
            assertThat(failure.evidence())
                    .anyMatch(line -> line.contains("answered 413"))
                    .anyMatch(line -> line.matches("it was blob \\d of 2, sha256:[0-9a-f]{64}, \\d+ bytes"))
                    .anyMatch(line -> line.startsWith("probably ") && line.contains("client_max_body_size"))
                    .contains("no tag was moved");
            leftNothingToPull(registry);
        }
    }

    @Test
    void tellsOfAManifestThatIsRefusedAfterAllLayersWereTaken() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PUT", "/v2/*/manifests/*").error(400, "MANIFEST_INVALID", "manifest invalid");

            PushFailure failure =
                    failure(new Pushing(home).one(made.ofLayers(1_000), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.MANIFEST_INVALID);
            assertThat(failure.evidence())
                    .contains("its media type is " + HandMade.MANIFEST)
                    .contains("2 blobs stay there without a manifest until the registry collects what nobody names")
                    .contains("no tag was moved");
            leftNothingToPull(registry);
        }
    }

    @Test
    void tellsALayerThatLiesElsewhereFromOneThatIsMissing() throws Exception {
        byte[] bytes = ("{\"schemaVersion\":2,\"config\":{},\"layers\":[{\"digest\":\"sha256:" + "a".repeat(64)
                        + "\",\"urls\":[\"https://mcr.example.com/v2/windows/blob's\"]}]}")
                .getBytes(StandardCharsets.UTF_8);
        Manifest foreign =
                new Manifest(new Descriptor(HandMade.MANIFEST, Sha256.of(bytes), bytes.length), bytes, List.of());
        try (TestRegistry registry = described().start()) {
            // What docker-registry 2.8 answers where validation.manifests.urls.allow is not set.
            registry.faults()
                    .on("PUT", "/v2/*/manifests/*")
                    .error(404, "MANIFEST_BLOB_UNKNOWN", "blob unknown to registry");

            PushFailure failure =
                    failure(new Pushing(home).one(HandMade.finished(foreign), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.BLOB_UNKNOWN);
            assertThat(failure.summary()).endsWith("does not take an image with a layer that lies elsewhere");
            assertThat(failure.evidence())
                    .contains("a layer of the image is to be fetched from https://mcr.example.com/v2/windows/blob's,"
                            + " so it was not sent");
            assertThat(failure.remedies().get(0).files().get(0).content())
                    .endsWith("allow:\n        - '^https://mcr\\.example\\.com/'\n");
        }
    }

    @Test
    void tellsOfATagThatMayNotBeMoved() throws Exception {
        try (TestRegistry registry =
                described().immutableTags("team/app", "1.*").start()) {
            String reference = registry.host() + "/team/app:1.0";
            new Pushing(home).push(made.ofLayers(1_000), reference);

            PushFailure failure = failure(new Pushing(home).one(made.ofLayers(2_000), reference));

            assertThat(failure.cause()).isEqualTo(Cause.TAG_IMMUTABLE);
            assertThat(failure.summary()).contains("/team/app has the tag 1.0 already");
            assertThat(new Pushing(home).one(made.ofLayers(1_000), reference).unchanged())
                    .isTrue();
        }
    }

    @Test
    void saysWhichTagsWereMovedBeforeOneWasRefused() throws Exception {
        try (TestRegistry registry =
                described().immutableTags("team/app", "1.*").start()) {
            new Pushing(home).push(made.ofLayers(1_000), registry.host() + "/team/app:1.0");

            PushFailure failure = failure(new Pushing(home)
                    .one(
                            made.ofLayers(2_000),
                            registry.host() + "/team/app:latest",
                            registry.host() + "/team/app:1.0"));

            assertThat(failure.evidence()).contains("already there: latest");
        }
    }

    @Test
    void tellsOfAFullQuota() throws Exception {
        try (TestRegistry registry = described().quota("team/app", 1).start()) {
            String reference = registry.host() + "/team/app:1.0";
            new Pushing(home).push(made.ofLayers(1_000), reference);

            assertThat(failure(new Pushing(home).one(made.ofLayers(2_000), reference))
                            .cause())
                    .isEqualTo(Cause.QUOTA_EXCEEDED);
        }
    }

    @Test
    void tellsOfAPushThatIsNotAllowedAndNeverRepeatsIt() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL)
                .start()) {
            Pushing pushing = new Pushing(home);

            PushFailure failure = failure(pushing.one(made.ofLayers(), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(failure.summary()).isEqualTo(registry.host() + "/team/app refuses pushes from ci");
            assertThat(pushing.waits).isEmpty();
            assertThat(count(registry, "PUT")).isZero();
        }
    }

    @Test
    void tellsOfALoginThatIsMissing() throws Exception {
        try (TestRegistry registry = described().basic().start()) {
            PushFailure failure =
                    failure(new Pushing(home).asNobody().one(made.ofLayers(10), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(failure.remedies()).isNotEmpty();
            assertThat(registry.contents()).isEmpty();
        }
    }

    @Test
    void tellsOfAHostThatIsNotThere() throws Exception {
        String host;
        try (TestRegistry registry = described().start()) {
            host = registry.host();
        }

        PushFailure failure = failure(new Pushing(home).one(made.ofLayers(10), host + "/team/app:1.0"));

        assertThat(failure.cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }

    @Test
    void waitsAsLongAsTheRegistryAsks() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/").times(1).tooManyRequests(7);
            registry.faults().on("PUT", "/v2/*/manifests/*").times(2).error(503, "UNAVAILABLE", "restarting");
            Pushing pushing = new Pushing(home);

            PushedImage pushed = pushing.one(made.ofLayers(10), registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(pushing.waits)
                    .containsExactly(Duration.ofSeconds(7), Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }

    @Test
    void givesUpAfterSomeTries() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PUT", "/v2/*/manifests/*").error(500, "UNKNOWN", "on order");
            Pushing pushing = new Pushing(home);

            PushFailure failure = failure(pushing.one(made.ofLayers(10), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.REGISTRY_SERVER_ERROR);
            assertThat(failure.evidence())
                    .contains("whether 1.0 was moved all the same is not known")
                    .doesNotContain("no tag was moved");
            assertThat(pushing.waits).hasSize(4);
            leftNothingToPull(registry);
        }
    }

    @Test
    void saysThatTheRegistrysDiskIsFull() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults()
                    .on("PUT", "/v2/*/blobs/uploads/*")
                    .error(500, "UNKNOWN", "write /srv/data: no space left on device");

            PushFailure failure = failure(new Pushing(home).one(made.ofLayers(10), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.DISK_FULL);
            assertThat(failure.summary()).endsWith("cannot be pushed: its registry's disk is full");
            assertThat(failure.remedies())
                    .singleElement()
                    .satisfies(remedy -> assertThat(remedy.title()).contains("the registry's disk", registry.host()));
        }
    }

    @Test
    void doesNotWaitForALongTimeWhereTheRegistryAsksForThat() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/").tooManyRequests(3_600);
            Pushing pushing = new Pushing(home);

            PushFailure failure = failure(pushing.one(made.ofLayers(10), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.RATE_LIMITED);
            assertThat(pushing.waits).isEmpty();
        }
    }

    @Test
    void findsThatTheTagShowsAnotherImageThanWasPushed() throws Exception {
        try (TestRegistry registry = described().start()) {
            String other = "sha256:" + "0".repeat(64);
            registry.faults().on("HEAD", "/v2/team/app/manifests/1.0").times(1).error(404, "MANIFEST_UNKNOWN", "");
            registry.faults()
                    .on("HEAD", "/v2/team/app/manifests/1.0")
                    .answer(200, Map.of("Docker-Content-Digest", other), "{}");

            PushFailure failure = failure(new Pushing(home).one(made.ofLayers(10), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.DIGEST_MISMATCH);
            assertThat(failure.evidence()).contains("found was " + other);
        }
    }

    @Test
    void believesARegistryThatTookTheImageAndDoesNotLetItBeSeen() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("HEAD", "/v2/team/app/manifests/1.0").error(403, "DENIED", "push only");

            assertThat(new Pushing(home)
                            .one(made.ofLayers(10), registry.host() + "/team/app:1.0")
                            .failure())
                    .isNull();
        }
    }

    @Test
    void tellsOfBytesThatDoNotArriveAsTheyWereSent() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults()
                    .on("PUT", "/v2/*/blobs/uploads/*")
                    .error(400, "DIGEST_INVALID", "provided digest did not match uploaded content");

            assertThat(failure(new Pushing(home).one(made.ofLayers(10), registry.host() + "/team/app:1.0"))
                            .cause())
                    .isEqualTo(Cause.DIGEST_MISMATCH);
        }
    }

    @Test
    void pushesNoOtherImageThanTheReferenceNames() throws Exception {
        try (TestRegistry registry = described().start()) {
            String other = "sha256:" + "0".repeat(64);

            PushFailure failure =
                    failure(new Pushing(home).one(made.ofLayers(10), registry.host() + "/team/app:1.0@" + other));

            assertThat(failure.cause()).isEqualTo(Cause.DIGEST_MISMATCH);
            assertThat(registry.contents()).isEmpty();
        }
    }

    @Test
    void findsNoOtherImageUnchangedThanTheReferenceNames() throws Exception {
        try (TestRegistry registry = described().start()) {
            String reference = registry.host() + "/team/app:1.0";
            String other = "sha256:" + "0".repeat(64);
            new Pushing(home).push(made.unpacked(made.random(100, 1)), reference);

            PushFailure failure =
                    failure(new Pushing(home).one(made.unpacked(made.random(100, 1)), reference + "@" + other));

            assertThat(failure.cause()).isEqualTo(Cause.DIGEST_MISMATCH);
        }
    }

    @Test
    void tellsOfABrokenImageAndLeavesNothing() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            BrokenImage trouble = new BrokenImage(Cause.DIGEST_MISMATCH, "app.tar: layer 2 is cut short");
            FinishedImage image = HandMade.finished(
                    made.manifest("a", made.failing(500_000, trouble), made.layer(made.random(10, 1))));

            PushFailure failure = failure(new Pushing(home).one(image, registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.DIGEST_MISMATCH);
            assertThat(failure.summary())
                    .isEqualTo(registry.host() + "/team/app cannot be pushed: the image at hand is broken");
            assertThat(failure.evidence()).contains("app.tar: layer 2 is cut short");
            assertThat(failure.remedies())
                    .extracting(remedy -> remedy.title())
                    .containsExactly("Build or save the image again");
            leftNothingToPull(registry);
        }
    }

    @Test
    void givesUpOnARegistryThatStopsTakingBytes() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").stallAfter(100);

            PushFailure failure = failure(new Pushing(home)
                    .requestTimeout(Duration.ofMillis(300))
                    .one(made.ofLayers(32 << 20), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
            leftNothingToPull(registry);
        }
    }

    @Test
    void mayTakeLongerThanTheTimeOfARequestWhileBytesAreTaken() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").takeSlowly(4 << 20, Duration.ofMillis(150));
            Pushing pushing = new Pushing(home).requestTimeout(Duration.ofMillis(400));

            PushedImage pushed = pushing.one(made.ofLayers(32 << 20), registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(pushing.waits).isEmpty();
        }
    }

    @Test
    void tellsOfATagThatIsNotThereAfterItWasTaken() throws Exception {
        try (TestRegistry registry = described().start()) {
            registry.faults().on("HEAD", "/v2/team/app/manifests/1.0").error(404, "MANIFEST_UNKNOWN", "");

            PushFailure failure = failure(new Pushing(home).one(made.ofLayers(10), registry.host() + "/team/app:1.0"));

            assertThat(failure.cause()).isEqualTo(Cause.MANIFEST_UNKNOWN);
            assertThat(failure.summary()).contains("/team/app took 1.0 and does not show it");
        }
    }

    /** A clock that a test moves. */
    private static final class Moved extends Clock {
        private final AtomicLong seconds = new AtomicLong(1_700_000_000);

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void asksForAnotherTokenWhereOneEndsOnTheWay() throws Exception {
        Moved clock = new Moved();
        try (TestRegistry registry = described().bearer().clock(clock).start()) {
            FinishedImage image = made.ofLayers(300_000, 400_000);
            // The first layer takes longer than a token lasts.
            AtomicBoolean slept = new AtomicBoolean();
            PushProgress slow = state -> {
                if (state.bytesMoved() > 250_000 && !slept.getAndSet(true)) {
                    clock.seconds.addAndGet(301);
                }
            };

            PushedImage pushed = new Pushing(home).progress(slow).one(image, registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(registry.requests())
                    .anyMatch(request ->
                            request.status() == 401 && !request.path().equals("/v2/"));
            assertThat(registry.contents())
                    .contains("tag team/app:1.0 " + image.root().descriptor().digest());
        }
    }

    @Test
    void endsWhenInterruptedAndCancelsItsUploads() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        try (TestRegistry registry = described().bearer().start()) {
            registry.faults().on("PUT", "/v2/*/blobs/uploads/*").stallAfter(1_000);
            PushProgress progress = state -> {
                if (made.openedAtAll.get() == 3) {
                    sending.countDown();
                }
            };
            Thread pusher = new Thread(() -> {
                try {
                    new Pushing(home)
                            .progress(progress)
                            .push(made.ofLayers(40 << 20, 40 << 20), registry.host() + "/team/app:1.0");
                } catch (InterruptedException expected) {
                    interrupted.set(true);
                }
            });
            pusher.start();
            sending.await();
            pusher.interrupt();
            pusher.join();

            assertThat(interrupted).isTrue();
            leftNothingToPull(registry);
        }
    }
}
