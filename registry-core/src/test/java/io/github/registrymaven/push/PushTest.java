package io.github.registrymaven.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.image.FinishedImage;
import io.github.registrymaven.image.Manifest;
import io.github.registrymaven.image.UnpackedImage;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.RecordedRequest;
import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushes that go well, request by request. */
class PushTest {
    @TempDir
    private Path home;

    private final HandMade made = new HandMade();

    private static TestRegistryBuilder described() {
        return TestRegistry.builder()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH, Action.DELETE);
    }

    private static List<String> lines(TestRegistry registry, int from) {
        return registry.requests().stream().skip(from).map(PushTest::line).toList();
    }

    private static String line(RecordedRequest request) {
        String path = request.path().replaceAll("sha256(:|%3A)[0-9a-f]{64}", "DIGEST");
        return request.method() + " "
                + path.replaceAll("uploads/[0-9a-f-]{36}", "uploads/ID").replaceAll("\\?scope.*|\\?service.*", "");
    }

    private static long count(TestRegistry registry, String method, String part) {
        return registry.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(part))
                .count();
    }

    private static void holdsOnly(TestRegistry registry, String repository, String tag, FinishedImage image) {
        assertThat(registry.contents())
                .contains("tag " + repository + ":" + tag + " "
                        + image.root().descriptor().digest())
                .noneMatch(line -> line.startsWith("upload"));
    }

    @Test
    void sendsBlobsThenTheManifestAndAsksForItsDigest() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            FinishedImage image = made.ofLayers(300_000);

            PushedImage pushed = new Pushing(home).one(image, registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(pushed.verdict()).isEqualTo(Verdict.PASS);
            assertThat(pushed.digest()).isEqualTo(image.root().descriptor().digest());
            assertThat(pushed.blobs()).isEqualTo(new BlobCount(2, 0, 0));
            assertThat(pushed.layers()).isEqualTo(new BlobCount(1, 0, 0));
            assertThat(pushed.tags()).containsExactly("1.0");
            assertThat(pushed.size())
                    .isEqualTo(300_000L
                            + image.root().blobs().get(1).descriptor().size()
                            + image.root().bytes().length);
            assertThat(pushed.requests()).isEqualTo(registry.requests().size());
            assertThat(lines(registry, 0))
                    .startsWith("GET /v2/", "GET /token", "HEAD /v2/team/app/manifests/1.0")
                    .endsWith("PUT /v2/team/app/manifests/1.0", "HEAD /v2/team/app/manifests/1.0")
                    .contains("HEAD /v2/team/app/blobs/DIGEST", "POST /v2/team/app/blobs/uploads/")
                    .hasSize(3 + 2 * 3 + 2);
            holdsOnly(registry, "team/app", "1.0", image);
        }
    }

    @Test
    void pushesToARegistryThatShowsItsVersionToNobody() throws Exception {
        try (TestRegistry registry = described().basic().start()) {
            registry.faults().on("GET", "/v2/").error(403, "DENIED", "not for you");

            PushedImage pushed = new Pushing(home).one(made.ofLayers(1_000), registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(pushed.verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void showsItsLoginWhereNobodyAsksForItAndNobodyMayPush() throws Exception {
        try (TestRegistry registry = described().basic().start()) {
            registry.faults().on("GET", "/v2/").answer(200, "{}");
            registry.faults().on("HEAD", "/v2/*").times(3).answer(404, "");
            registry.faults().on("POST", "/v2/*").times(1).error(403, "DENIED", "no");

            PushedImage pushed = new Pushing(home).one(made.ofLayers(1_000), registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(registry.contents()).contains("tag team/app:1.0 " + pushed.digest());
        }
    }

    @Test
    void needsOneRequestAndNoLayerWhereNothingChanged() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            FinishedImage image = made.ofLayers(1_000, 2_000);
            new Pushing(home).push(image, registry.host() + "/team/app:1.0");
            int before = registry.requests().size();
            int opened = made.opened.get();

            PushedImage again = new Pushing(home).one(image, registry.host() + "/team/app:1.0");

            assertThat(again.unchanged()).isTrue();
            assertThat(again.digest()).isEqualTo(image.root().descriptor().digest());
            assertThat(again.bytesSent()).isZero();
            assertThat(made.opened).hasValue(opened);
            assertThat(lines(registry, before))
                    .containsExactly("GET /v2/", "GET /token", "HEAD /v2/team/app/manifests/1.0");
        }
    }

    @Test
    void speaksPlainHttpToLoopbackAsItsPreflightDoes() throws Exception {
        FinishedImage image = made.ofLayers(1_000);
        Surroundings surroundings =
                new Surroundings(new Machine(Map.of(), Map.of(), home, Clock.systemUTC()), List.of(), List.of());
        try (TestRegistry registry = TestRegistry.builder().start()) {
            PushRequest request = new PushRequest(
                    image,
                    List.of(Pushing.parsed(registry.host() + "/team/app:1.0")),
                    null,
                    Set.of(),
                    Map.of(),
                    Duration.ofSeconds(10));

            try (Push push = Push.open(request, surroundings, PushProgress.NONE)) {
                assertThat(push.run().images().get(0).failure()).isNull();
            }
            holdsOnly(registry, "team/app", "1.0", image);
        }
    }

    @Test
    void asksNothingTwiceThatItAskedBeforeItWasToBegin() throws Exception {
        try (TestRegistry registry = described().bearer().start();
                Push push = new Pushing(home).open(made.ofLayers(1_000, 2_000), registry.host() + "/team/app:1.0")) {
            assertThat(push.unchanged()).isEmpty();
            push.lookAhead();

            PushedImage pushed = push.run().images().get(0);

            assertThat(pushed.failure()).isNull();
            assertThat(pushed.blobs()).isEqualTo(new BlobCount(3, 0, 0));
            assertThat(pushed.requests()).isEqualTo(registry.requests().size());
            List<String> asked = registry.requests().stream()
                    .filter(request -> request.method().equals("HEAD"))
                    .map(RecordedRequest::path)
                    .toList();
            // The tag once more at the end: whether it is this image now.
            assertThat(asked)
                    .hasSize(5)
                    .startsWith("/v2/team/app/manifests/1.0")
                    .endsWith("/v2/team/app/manifests/1.0");
            assertThat(asked.subList(1, 4)).doesNotHaveDuplicates().allMatch(line -> line.contains("/blobs/"));
        }
    }

    @Test
    void writesNothingWhereItOnlyLookedAhead() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            try (Push push = new Pushing(home).open(made.ofLayers(1_000), registry.host() + "/team/app:1.0")) {
                assertThat(push.unchanged()).isEmpty();
                push.lookAhead();
            }
            assertThat(lines(registry, 0)).allMatch(line -> line.startsWith("GET") || line.startsWith("HEAD"));
        }
    }

    @Test
    void knowsAnUnpackedImageByItsConfigWithoutPackingIt() throws Exception {
        try (TestRegistry registry = described().start()) {
            UnpackedImage image = made.unpacked(made.random(5_000, 1), made.random(6_000, 2));
            PushedImage first = new Pushing(home).one(image, registry.host() + "/team/app:1.0");
            int before = registry.requests().size();
            int opened = made.opened.get();

            PushedImage again = new Pushing(home).one(image, registry.host() + "/team/app:1.0");

            assertThat(again.unchanged()).isTrue();
            assertThat(again.digest()).isEqualTo(first.digest());
            assertThat(again.size()).isEqualTo(first.size());
            assertThat(made.opened).hasValue(opened);
            assertThat(lines(registry, before)).containsExactly("GET /v2/", "GET /v2/team/app/manifests/1.0");
        }
    }

    @Test
    void pushesAnUnpackedImageAgainWhereItsConfigIsAnother() throws Exception {
        try (TestRegistry registry = described().start()) {
            String reference = registry.host() + "/team/app:1.0";
            new Pushing(home).push(made.unpacked(made.random(5_000, 1)), reference);

            PushedImage other = new Pushing(home).one(made.unpacked(made.random(5_000, 2)), reference);

            assertThat(other.unchanged()).isFalse();
            assertThat(registry.contents()).contains("tag team/app:1.0 " + other.digest());
        }
    }

    @Test
    void streamsWhatIsCompressedOnTheWay() throws Exception {
        try (TestRegistry registry = described().basic().start()) {
            UnpackedImage image = made.unpacked(made.random(400_000, 1), made.random(10_000, 2));

            PushedImage pushed = new Pushing(home).one(image, registry.host() + "/team/app:1.0");

            assertThat(pushed.failure()).isNull();
            assertThat(pushed.layers()).isEqualTo(new BlobCount(2, 0, 0));
            assertThat(count(registry, "PATCH", "/blobs/uploads/")).isEqualTo(2);
            assertThat(registry.contents())
                    .contains("tag team/app:1.0 " + pushed.digest())
                    .noneMatch(line -> line.startsWith("upload"));
        }
    }

    @Test
    void tagsAnUnpackedImageAgainWithTheManifestThatIsThere() throws Exception {
        try (TestRegistry registry = described().start()) {
            UnpackedImage image = made.unpacked(made.random(5_000, 1));
            PushedImage first = new Pushing(home).one(image, registry.host() + "/team/app:1.0");
            int opened = made.opened.get();

            PushedImage both = new Pushing(home)
                    .one(image, registry.host() + "/team/app:1.0", registry.host() + "/team/app:latest");

            assertThat(both.failure()).isNull();
            assertThat(made.opened).hasValue(opened);
            assertThat(registry.contents()).contains("tag team/app:latest " + first.digest());
        }
    }

    @Test
    void putsOnlyAManifestForAnotherTag() throws Exception {
        try (TestRegistry registry = described().start()) {
            FinishedImage image = made.ofLayers(1_000);

            PushedImage pushed = new Pushing(home)
                    .one(
                            image,
                            registry.host() + "/team/app:1.0",
                            registry.host() + "/team/app:1",
                            registry.host() + "/team/app:latest");

            assertThat(pushed.tags()).containsExactly("1.0", "1", "latest");
            assertThat(count(registry, "POST", "/blobs/uploads/")).isEqualTo(2);
            for (String tag : pushed.tags()) {
                holdsOnly(registry, "team/app", tag, image);
            }
        }
    }

    @Test
    void mountsIntoAnotherRepositoryOfTheSameHost() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            FinishedImage image = made.ofLayers(1_000, 2_000);

            List<PushedImage> pushed = new Pushing(home)
                    .push(image, registry.host() + "/team/app:1.0", registry.host() + "/team/copy:1.0")
                    .images();

            assertThat(pushed)
                    .extracting(PushedImage::blobs)
                    .containsExactly(new BlobCount(3, 0, 0), new BlobCount(0, 3, 0));
            assertThat(pushed.get(1).bytesSent()).isZero();
            holdsOnly(registry, "team/copy", "1.0", image);
        }
    }

    @Test
    void mountsLayersThatWereCompressedForTheFirstRepository() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            UnpackedImage image = made.unpacked(made.random(5_000, 1));

            List<PushedImage> pushed = new Pushing(home)
                    .push(image, registry.host() + "/team/app:1.0", registry.host() + "/team/copy:1.0")
                    .images();

            assertThat(pushed.get(1).blobs()).isEqualTo(new BlobCount(0, 2, 0));
            assertThat(pushed.get(1).digest()).isEqualTo(pushed.get(0).digest());
        }
    }

    @Test
    void uploadsWhereTheRegistryDoesNotMount() throws Exception {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("ci", "right")
                .grant("ci", "team/app", Action.PUSH, Action.PULL)
                .grant("ci", "team/copy", Action.PUSH, Action.PULL)
                .start()) {
            FinishedImage image = made.ofLayers(1_000);
            registry.faults()
                    .on("POST", "/v2/team/copy/blobs/uploads/")
                    .times(2)
                    .error(405, "UNSUPPORTED", "no mounts here");

            List<PushedImage> pushed = new Pushing(home)
                    .push(image, registry.host() + "/team/app:1.0", registry.host() + "/team/copy:1.0")
                    .images();

            assertThat(pushed.get(1).failure()).isNull();
            assertThat(pushed.get(1).blobs().uploaded()).isPositive();
            holdsOnly(registry, "team/copy", "1.0", image);
        }
    }

    @Test
    void pushesToSeveralHosts() throws Exception {
        try (TestRegistry one = described().basic().start();
                TestRegistry other = described().bearer().start()) {
            FinishedImage image = made.ofLayers(1_000);

            PushReport report =
                    new Pushing(home).push(image, one.host() + "/team/app:1.0", other.host() + "/team/app:1.0");

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            holdsOnly(one, "team/app", "1.0", image);
            holdsOnly(other, "team/app", "1.0", image);
        }
    }

    @Test
    void pushesAnIndexAfterItsManifestsAndEachBlobOnce() throws Exception {
        try (TestRegistry registry = described().start()) {
            var shared = made.layer(made.random(3_000, 9));
            Manifest amd64 = made.manifest("amd64", shared, made.layer(made.random(100, 1)));
            Manifest arm64 = made.manifest("arm64", shared, made.layer(made.random(100, 2)));
            FinishedImage image = HandMade.finished(amd64, arm64, HandMade.index(amd64, arm64));

            PushedImage pushed = new Pushing(home).one(image, registry.host() + "/team/app:1.0");

            assertThat(pushed.blobs().uploaded()).isEqualTo(5);
            assertThat(lines(registry, 0).stream().filter(line -> line.startsWith("PUT /v2/team/app/manifests/")))
                    .containsExactly(
                            "PUT /v2/team/app/manifests/DIGEST",
                            "PUT /v2/team/app/manifests/DIGEST",
                            "PUT /v2/team/app/manifests/1.0");
            holdsOnly(registry, "team/app", "1.0", image);
        }
    }

    @Test
    void skipsBlobsThatAreThere() throws Exception {
        try (TestRegistry registry = described().start()) {
            var shared = made.layer(made.random(3_000, 9));
            new Pushing(home).push(HandMade.finished(made.manifest("a", shared)), registry.host() + "/team/app:1");
            int opened = made.opened.get();

            PushedImage pushed = new Pushing(home)
                    .one(HandMade.finished(made.manifest("b", shared)), registry.host() + "/team/app:2");

            assertThat(pushed.layers()).isEqualTo(new BlobCount(0, 0, 1));
            assertThat(made.opened).hasValue(opened);
        }
    }

    @Test
    void pushesByDigestAlone() throws Exception {
        try (TestRegistry registry = described().start()) {
            FinishedImage image = made.ofLayers(1_000);
            String digest = image.root().descriptor().digest();

            PushedImage pushed = new Pushing(home).one(image, registry.host() + "/team/app@" + digest);

            assertThat(pushed.failure()).isNull();
            assertThat(pushed.tags()).isEmpty();
            assertThat(registry.contents())
                    .contains("manifest team/app@" + digest)
                    .noneMatch(line -> line.startsWith("tag"));
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        try (TestRegistry registry = described().start()) {
            List<PushProgress.State> states = Collections.synchronizedList(new ArrayList<>());

            new Pushing(home)
                    .progress(states::add)
                    .push(made.ofLayers(500_000, 1_000), registry.host() + "/team/app:1.0");

            PushProgress.State last = states.get(states.size() - 1);
            assertThat(last.target()).isEqualTo(registry.host() + "/team/app");
            assertThat(last.layers()).isEqualTo(2);
            assertThat(last.layersDone()).isEqualTo(2);
            assertThat(last.bytesDone()).isEqualTo(last.bytes()).isEqualTo(last.bytesMoved());
            assertThat(states).extracting(PushProgress.State::bytesDone).isSorted();
        }
    }
}
