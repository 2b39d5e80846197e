package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.CredentialResolver;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.testkit.Action;
import io.github.registrymaven.testkit.RecordedRequest;
import io.github.registrymaven.testkit.TestRegistry;
import io.github.registrymaven.testkit.TestRegistryBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, against a registry in this JVM. */
class PreflightTest {
    private static final CredentialResolver CI = image -> new CredentialLookup.Found(
            new FoundCredential(
                    new Credential.Password("ci", Secret.of("right")),
                    new CredentialOrigin("the test", null, null, false),
                    null),
            List.of());

    @TempDir
    private Path home;

    private static TestRegistryBuilder described() {
        return TestRegistry.builder()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH, Action.DELETE);
    }

    private PreflightReport run(Probe probe, List<ControlPlane> clouds, String... images) throws InterruptedException {
        Machine machine = new Machine(Map.of(), Map.of(), home, Clock.systemUTC());
        Deadline deadline = Deadline.in(Duration.ofSeconds(20));
        // Named as endpoints, the registries are not asked over TLS first, so that their requests can be counted.
        Map<String, URI> endpoints = Stream.of(images)
                .filter(image -> image.startsWith("127.0.0.1:"))
                .map(image -> image.substring(0, image.indexOf('/')))
                .distinct()
                .collect(Collectors.toMap(host -> host, host -> URI.create("http://" + host)));
        NetworkOptions options =
                new NetworkOptions(machine, List.of(), Set.of("127.0.0.1"), endpoints, Duration.ofSeconds(10));
        try (RegistryHttp http = RegistryHttp.open(options, deadline)) {
            return new Preflight(http, CI, clouds, options, Map.of())
                    .run(
                            Stream.of(images)
                                    .map(image -> new RequestedImage(image, "test"))
                                    .toList(),
                            probe,
                            deadline);
        }
    }

    private PreflightReport run(String... images) throws InterruptedException {
        return run(Probe.UPLOAD, List.of(), images);
    }

    private static long count(TestRegistry registry, String method, String path) {
        return registry.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(path))
                .count();
    }

    private static Cause cause(PreflightReport report) {
        Finding decisive = report.images().get(0).decisive();
        assertThat(decisive).isNotNull();
        return decisive == null || decisive.cause() == null ? Cause.UNKNOWN : decisive.cause();
    }

    @Test
    void asksOneTokenForAllRepositoriesOfAHost() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            String host = registry.host();

            PreflightReport report = run(host + "/team/a:1", host + "/team/b:1", host + "/team/c:1");

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(count(registry, "GET", "/v2/"))
                    .as(registry.requests().toString())
                    .isEqualTo(1);
            assertThat(registry.requests().stream()
                            .filter(request -> request.path().startsWith("/token")
                                    && !request.path().contains("delete"))
                            .count())
                    .isEqualTo(1);
            assertThat(registry.contents()).isEmpty();
        }
    }

    @Test
    void asksOncePerRepositoryHoweverManyTags() throws Exception {
        try (TestRegistry registry = described().basic().start()) {
            String image = registry.host() + "/team/a:";

            assertThat(run(image + "1", image + "2", image + "latest").images())
                    .extracting(ImageReport::verdict)
                    .containsOnly(Verdict.PASS);

            assertThat(count(registry, "POST", "/blobs/uploads/")).isEqualTo(1);
            assertThat(count(registry, "HEAD", "/manifests/")).isEqualTo(3);
        }
    }

    @Test
    void opensTheUploadOfARepositoryBeforeItAsksAboutItsTags() throws Exception {
        try (TestRegistry registry = described().basic().start()) {
            String image = registry.host() + "/team/a:";

            run(image + "1", image + "2");

            assertThat(registry.requests().stream()
                            .map(RecordedRequest::method)
                            .filter(method -> method.equals("POST") || method.equals("HEAD")))
                    .containsExactly("POST", "HEAD", "HEAD");
        }
    }

    @Test
    void asksAgainForOneRepositoryWhereAnOpaqueTokenWasNotForIt() throws Exception {
        try (TestRegistry registry = described().bearer().opaqueTokens().start()) {
            String host = registry.host();

            PreflightReport report = run(host + "/team/a:1", host + "/other/b:1");

            assertThat(report.images()).extracting(ImageReport::verdict).containsExactly(Verdict.PASS, Verdict.FAIL);
        }
    }

    @Test
    void aTokenServiceThatRefusesOneRepositoryDoesNotSpoilTheOthers() throws Exception {
        try (TestRegistry registry =
                described().bearer().refusesAtTokenService().start()) {
            String host = registry.host();

            PreflightReport report = run(host + "/other/b:1", host + "/team/a:1");

            assertThat(report.images()).extracting(ImageReport::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
            assertThat(cause(report)).isEqualTo(Cause.PERMISSION_DENIED);
        }
    }

    @Test
    void aRegistryThatHidesItsChallengeUntilTheUploadIsLoggedInToThere() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            registry.faults().on("GET", "/v2/").answer(200, "{}");

            assertThat(run(registry.host() + "/team/a:1").verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void waitsOnceWhenAskedToAndThenGoesOn() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/").times(1).tooManyRequests(0);

            assertThat(run(registry.host() + "/team/a:1").verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void showsALoginThatNobodyAsksForWhereNobodyMayPush() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            registry.faults().on("GET", "/v2/").answer(200, "{}");
            registry.faults().on("POST", "/v2/*/blobs/uploads/").times(1).error(403, "DENIED", "no");
            registry.faults()
                    .on("POST", "/v2/*/blobs/uploads/")
                    .answer(202, Map.of("Location", "/v2/team/a/blobs/uploads/1"), "");
            registry.faults().on("HEAD", "/v2/*").answer(404, "");

            assertThat(run(registry.host() + "/team/a:1").verdict()).isEqualTo(Verdict.PASS);
            assertThat(registry.requests())
                    .filteredOn(request -> request.method().equals("POST"))
                    .extracting(RecordedRequest::authorization)
                    .containsExactly("none", "Basic ci");
        }
    }

    @Test
    void tellsAWebServerFromARegistry() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<html><title>Welcome</title></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Server", "nginx");
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(404, exchange.getRequestMethod().equals("HEAD") ? -1 : page.length);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(page);
            }
            exchange.close();
        });
        server.start();
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();

            PreflightReport asked = run(host + "/team/a:1");
            PreflightReport unasked = run(Probe.TOKEN, List.of(), host + "/team/a:1");

            assertThat(asked.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(unasked.verdict()).isEqualTo(Verdict.UNKNOWN);
            Finding finding = Objects.requireNonNull(asked.images().get(0).decisive());
            assertThat(finding.summary())
                    .isEqualTo(host + "/team/a cannot be pushed: its host does not answer as a registry");
            assertThat(finding.evidence()).last().isEqualTo("the server says of itself: nginx, \"Welcome\"");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void cancelsAnUploadWhosePlaceIsNoUri() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults()
                    .on("POST", "/v2/*/blobs/uploads/")
                    .answer(202, Map.of("Location", "/v2/team/a/blobs/uploads/{1}|2?_state=a b"), "");

            assertThat(run(registry.host() + "/team/a:1").verdict()).isEqualTo(Verdict.PASS);
            assertThat(count(registry, "DELETE", "/v2/team/a/blobs/uploads/")).isEqualTo(1);
        }
    }

    @Test
    void waitsForARegistryThatIsBeingStarted() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/").times(3).answer(503, Map.of("Retry-After", "0"), "");

            assertThat(run(registry.host() + "/team/a:1").verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void givesUpAfterTheSecondTimeWithoutFailingTheBuild() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/").tooManyRequests(0);

            PreflightReport report = run(registry.host() + "/team/a:1");

            assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(cause(report)).isEqualTo(Cause.RATE_LIMITED);
        }
    }

    @Test
    void saysHowToLookByHandInTheSchemeThatTheRegistrySpeaks() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("*", "*").captivePortal();

            Finding decisive = Objects.requireNonNull(
                    run(registry.host() + "/team/a:1").images().get(0).decisive());

            assertThat(decisive.remedies().toString())
                    .contains("curl --verbose http://" + registry.host() + "/v2/")
                    .doesNotContain("https://");
        }
    }

    @Test
    void knowsACaptivePortalAndAServerError() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("*", "*").captivePortal();
            assertThat(cause(run(registry.host() + "/team/a:1"))).isEqualTo(Cause.NETWORK_RESTRICTED);

            registry.faults().clear();
            registry.faults().on("GET", "/v2/").answer(500, Map.of("Retry-After", "0"), "");
            assertThat(cause(run(registry.host() + "/team/a:1"))).isEqualTo(Cause.REGISTRY_SERVER_ERROR);
        }
    }

    @Test
    void takesNoCredentialsAlongToAnotherHost() throws Exception {
        try (TestRegistry elsewhere = TestRegistry.start();
                TestRegistry registry = described().basic().start()) {
            registry.faults().on("HEAD", "/v2/*").redirect(307, elsewhere.url() + "/v2/team/a/manifests/1");

            run(registry.host() + "/team/a:1");

            assertThat(elsewhere.requests())
                    .extracting(RecordedRequest::authorization)
                    .containsOnly("none");
        }
    }

    @Test
    void seesAQuotaAMissingRepositoryAndAReadOnlyRegistry() throws Exception {
        try (TestRegistry full = TestRegistry.builder().quota("team/a", 0).start();
                TestRegistry strict =
                        TestRegistry.builder().repositoriesMustExist().start();
                TestRegistry closed = TestRegistry.builder().readOnly().start()) {
            assertThat(cause(run(full.host() + "/team/a:1"))).isEqualTo(Cause.QUOTA_EXCEEDED);
            assertThat(cause(run(strict.host() + "/team/a:1"))).isEqualTo(Cause.REPOSITORY_NOT_FOUND);
            assertThat(cause(run(closed.host() + "/team/a:1"))).isEqualTo(Cause.PERMISSION_DENIED);
        }
    }

    @Test
    void opensNoUploadWhereTheTokenIsToBeBelieved() throws Exception {
        try (TestRegistry registry = described().bearer().start()) {
            PreflightReport report = run(Probe.TOKEN, List.of(), registry.host() + "/team/a:1");

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(count(registry, "POST", "/")).isZero();
        }
    }

    @Test
    void opensNoUploadWhereTheCloudSaysThatTheRepositoryIsAbsent() throws Exception {
        ControlPlane cloud = new ControlPlane() {
            @Override
            public boolean serves(ImageReference image) {
                return true;
            }

            @Override
            public Survey survey(SurveyRequest request) {
                return new Surveyed(
                        false,
                        Finding.of("cloud-repository", Stage.REPOSITORY, Verdict.FAIL, "it is not there")
                                .because(Cause.REPOSITORY_NOT_FOUND));
            }
        };
        try (TestRegistry registry = described().basic().start()) {
            PreflightReport report = run(Probe.UPLOAD, List.of(cloud), registry.host() + "/team/a:1");

            assertThat(cause(report)).isEqualTo(Cause.REPOSITORY_NOT_FOUND);
            assertThat(count(registry, "POST", "/")).isZero();
        }
    }

    @Test
    void letsACloudSayWhyItsRegistryCannotBeReached() throws Exception {
        ControlPlane cloud = new ControlPlane() {
            @Override
            public boolean serves(ImageReference image) {
                return true;
            }

            @Override
            public Survey survey(SurveyRequest request) {
                return new Surveyed(
                        true,
                        Finding.of("registry-reachable", Stage.NETWORK, Verdict.FAIL, "there is no such registry")
                                .because(Cause.PROJECT_OR_ACCOUNT_NOT_FOUND));
            }
        };

        PreflightReport report = run(Probe.UPLOAD, List.of(cloud), "no-such-registry.invalid/team/a:1");

        assertThat(cause(report)).isEqualTo(Cause.PROJECT_OR_ACCOUNT_NOT_FOUND);
    }

    @Test
    void aNameWithATypoIsMendedByTheNameThatWasMeant() throws Exception {
        PreflightReport report = run("ghcr.io/team/App:1.0");

        assertThat(report.images().get(0).checks().get(0).remedies())
                .extracting(Remedy::title)
                .containsExactly("Write ghcr.io/team/app:1.0, where it is named: test");
    }

    @Test
    void asksNothingAboutANameThatFailsByItself() throws Exception {
        PreflightReport report = run("my-app:1.0");

        assertThat(cause(report)).isEqualTo(Cause.INVALID_IMAGE_REFERENCE);
        assertThat(report.requests()).isZero();
    }

    @Test
    void neverRepeatsALoginThatSomebodyPutIntoAName() throws IOException, InterruptedException {
        assertThat(run("https://ci:planted@registry.example/app:1").toString()).doesNotContain("planted");
        assertThat(run("ci:planted@registry.example/app:1").toString()).doesNotContain("planted");
    }

    @Test
    void keepsTheOrderOfTheImages() throws Exception {
        try (TestRegistry registry = TestRegistry.start()) {
            String host = registry.host();

            assertThat(run(host + "/b:1", "127.0.0.1:1/x:1", host + "/a:1").images())
                    .extracting(ImageReport::reference)
                    .containsExactly(host + "/b:1", "127.0.0.1:1/x:1", host + "/a:1");
        }
    }
}
