package io.github.registrymaven.jib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.artifact.ImagePlan;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import io.github.registrymaven.network.ProxyServer;
import io.github.registrymaven.testkit.CertificateAuthority;
import io.github.registrymaven.testkit.TestProxy;
import io.github.registrymaven.testkit.TestRegistry;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.http.HttpHost;
import org.apache.http.conn.HttpHostConnectException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base image in a registry whose name only a proxy can look up. */
class ProxiedPullTest {
    private static final String WORD = "a word that nobody may see";

    private final JibImageBuilder builder = new JibImageBuilder();

    @TempDir
    private Path folder;

    private TestRegistry registry;

    @BeforeEach
    void aRegistryOverHttp() throws IOException {
        registry = TestRegistry.start();
    }

    @AfterEach
    void close() throws IOException {
        registry.close();
    }

    @Test
    void goesThroughTheProxyOfSettingsWithItsLogin() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestProxy proxy = TestProxy.wanting("joe", WORD)) {
            ImageBuild built = builder.build(project.plan(base()), project.behind(settings(proxy, "joe", WORD)));

            assertThat(built).isInstanceOf(ImageBuild.Built.class);
            assertThat(proxy.headers()).anyMatch(header -> header.startsWith("CONNECT " + host() + " "));
            assertThat(proxy.headers()).anyMatch(header -> header.startsWith("GET http://" + host() + "/v2/"));
            assertThat(project.told()).noneMatch(line -> line.contains(WORD));
        }
    }

    @Test
    void goesThroughTheProxyOfTheEnvironment() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestProxy proxy = TestProxy.wanting("joe", "word")) {
            String url = "http://joe:word@127.0.0.1:" + proxy.port();

            ImageBuild built = builder.build(
                    project.plan(base()), project.behind(environment(Map.of("HTTPS_PROXY", url, "http_proxy", url))));

            assertThat(built).isInstanceOf(ImageBuild.Built.class);
            assertThat(proxy.headers()).isNotEmpty();
        }
    }

    @Test
    void tlsGoesThroughATunnel() throws Exception {
        Project project = Project.in(folder);
        try (CertificateAuthority authority = CertificateAuthority.create();
                TestRegistry secure = TestRegistry.builder()
                        .tls(authority.server("ip:127.0.0.1"))
                        .start();
                TestProxy proxy = TestProxy.wanting("joe", "word")) {
            String base = BaseImage.usual().pushTo(secure.url(), authority.client(), null);

            ImageBuild built = builder.build(
                    project.plan(base.replace("127.0.0.1", "registry.invalid")),
                    project.behind(settings(proxy, "joe", "word")));

            assertThat(built).isInstanceOf(ImageBuild.Built.class);
            assertThat(proxy.headers()).isNotEmpty().allMatch(header -> header.startsWith("CONNECT registry.invalid:"));
        }
    }

    @Test
    void everyPlatformOfAnIndexAndTheDigestOfATagComeThroughIt() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestProxy proxy = TestProxy.start()) {
            BaseImage index = BaseImage.index();
            String base = index.pushTo(registry.url(), null, null).replace("127.0.0.1", "registry.invalid");

            assertThat(builder.build(project.plan(base), project.behind(settings(proxy, null, null))))
                    .isInstanceOf(ImageBuild.Built.class);
            ImageBuild tag =
                    builder.build(project.plan(host() + "/base/java:17"), project.behind(settings(proxy, null, null)));
            assertThat(((ImageBuild.NotBuilt) tag).evidence()).anyMatch(line -> line.contains(index.digest()));
        }
    }

    @Test
    void buildsAtTheSameTimeTakeTheirOwnProxies() throws Exception {
        Project one = Project.in(folder.resolve("one"));
        Project other = Project.in(folder.resolve("other"));
        String base = base();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TestProxy first = TestProxy.wanting("one", "word");
                TestProxy second = TestProxy.wanting("other", "word")) {
            CompletableFuture<ImageBuild> side = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return builder.build(one.plan(base), one.behind(settings(first, "one", "word")));
                        } catch (IOException | InterruptedException failed) {
                            throw new IllegalStateException(failed);
                        }
                    },
                    threads);

            ImageBuild here = builder.build(other.plan(base), other.behind(settings(second, "other", "word")));

            assertThat(here).isInstanceOf(ImageBuild.Built.class);
            assertThat(side.get()).isInstanceOf(ImageBuild.Built.class);
            assertThat(first.headers()).isNotEmpty().noneMatch(header -> header.contains(login("other")));
            assertThat(second.headers()).isNotEmpty().noneMatch(header -> header.contains(login("one")));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothingIsSetForTheWholeJvm() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        Properties before = (Properties) System.getProperties().clone();
        ProxySelector selector = ProxySelector.getDefault();
        Authenticator authenticator = Authenticator.getDefault();
        try (TestProxy proxy = TestProxy.wanting("joe", "word")) {
            builder.build(project.plan(base()), project.behind(settings(proxy, "joe", "word")));

            assertThat(System.getProperties()).isEqualTo(before);
            assertThat(ProxySelector.getDefault()).isSameAs(selector);
            assertThat(Authenticator.getDefault()).isSameAs(authenticator);
        }
    }

    @Test
    void aHostThatIsExemptIsReachedStraight() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        String base = BaseImage.usual().pushTo(registry.url(), null, null);
        try (TestProxy proxy = TestProxy.refusing("403 Forbidden")) {
            ImageBuild built =
                    builder.build(project.plan(base), project.behind(settings(proxy, null, null, "127.0.0.1")));

            assertThat(built).isInstanceOf(ImageBuild.Built.class);
        }
    }

    @Test
    void aLoginThatTheProxyRefusesIsAFailureOfTheProxyAndNotShown() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestProxy proxy = TestProxy.wanting("joe", "word")) {
            ImageBuild.NotBuilt failed = (ImageBuild.NotBuilt)
                    builder.build(project.plan(base()), project.behind(settings(proxy, "joe", WORD)));

            assertThat(failed.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(failed.evidence())
                    .contains("the proxy 127.0.0.1:" + proxy.port() + " is from settings.xml, with the login of joe");
            assertThat(failed.toString()).doesNotContain(WORD);
        }
    }

    @Test
    void aProxyThatLetsNobodyThroughIsNotTakenForTheRegistry() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        try (TestProxy proxy = TestProxy.refusing("403 Forbidden")) {
            ImageBuild.NotBuilt failed = (ImageBuild.NotBuilt)
                    builder.build(project.plan(base()), project.behind(settings(proxy, null, null)));

            assertThat(failed.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(failed.summary()).endsWith(" could not be pulled through the proxy");
            assertThat(failed.evidence()).contains("the proxy answered 403 to CONNECT " + host());
            assertThat(failed.remedies()).flatExtracting(Remedy::commands).isEmpty();
        }
    }

    @Test
    void aProxyThatIsNotThereIsNotTakenForTheRegistry() throws IOException, InterruptedException {
        Project project = Project.in(folder);
        ImagePlan plan = project.plan(base());
        BuildFailure failure = new BuildFailure(
                plan,
                project.behind(
                        handed(Map.of(), new ProxyServer("https", "proxy.invalid", 3128, null, null, List.of()))));

        assertThat(failure.of(refusedBy("proxy.invalid", 3128)).cause()).isEqualTo(Cause.PROXY_FAILURE);
        assertThat(failure.of(refusedBy("cdn.invalid", 443)).cause()).isEqualTo(Cause.CONNECTION_REFUSED);
        assertThat(failure.of(new UnknownHostException("proxy.invalid: Name or service not known"))
                        .cause())
                .isEqualTo(Cause.PROXY_FAILURE);
        assertThat(failure.of(new UnknownHostException("registry.invalid")).cause())
                .isEqualTo(Cause.REGISTRY_UNREACHABLE_DNS);
    }

    private static String login(String user) {
        return Base64.getEncoder().encodeToString((user + ":word").getBytes(StandardCharsets.UTF_8));
    }

    private static HttpHostConnectException refusedBy(String host, int port) {
        return new HttpHostConnectException(new ConnectException("Connection refused"), new HttpHost(host, port));
    }

    private String base() throws IOException, InterruptedException {
        return BaseImage.usual().pushTo(registry.url(), null, null).replace("127.0.0.1", "registry.invalid");
    }

    private String host() {
        return "registry.invalid:" + URI.create(registry.url()).getPort();
    }

    /** One for http, which Maven takes for https as well. */
    private static ProxiesUnknownToJvm settings(
            TestProxy proxy, @Nullable String user, @Nullable String password, String... exempt) {
        return handed(
                Map.of(),
                new ProxyServer(
                        "http",
                        "127.0.0.1",
                        proxy.port(),
                        user,
                        password == null ? null : Secret.of(password),
                        List.of(exempt)));
    }

    private static ProxiesUnknownToJvm environment(Map<String, String> environment) {
        return handed(environment);
    }

    private static ProxiesUnknownToJvm handed(Map<String, String> environment, ProxyServer... settings) {
        Machine machine = new Machine(environment, Map.of(), Path.of("nobody"), Clock.systemUTC());
        return new ProxiesUnknownToJvm(
                new NetworkOptions(machine, List.of(settings), Set.of(), Map.of(), Duration.ofSeconds(5)));
    }
}
