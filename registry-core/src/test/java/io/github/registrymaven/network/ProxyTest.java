package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.testkit.TestProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests through a proxy. The registry's name is known to nobody, so nothing gets there without one. */
final class ProxyTest {
    private static final String REGISTRY = "registry.invalid";
    private static final String WORD = String.join("-", "proxy", "word", "x9");

    @TempDir
    Path home;

    @TempDir
    Path keys;

    @Test
    void goesThroughATunnelToATlsHost() throws Exception {
        try (LocalServer server = registry();
                TestProxy proxy = TestProxy.start();
                RegistryHttp http = trusting(server)
                        .environment("HTTPS_PROXY", "http://localhost:" + proxy.port())
                        .open()) {
            Reach reach = http.reach(REGISTRY + ":" + server.port());

            assertThat(reach).isInstanceOf(Reach.Reached.class);
            assertThat(proxy.headers())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT " + REGISTRY + ":" + server.port())
                    .doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void logsInToAProxyForATlsHost() throws Exception {
        try (LocalServer server = registry();
                TestProxy proxy = TestProxy.wanting("joe", WORD);
                RegistryHttp http = trusting(server)
                        .proxy(new ProxyServer(
                                "https", "127.0.0.1", proxy.port(), "joe", Secret.of(WORD), List.of("localhost")))
                        .open()) {
            Reach reach = http.reach(REGISTRY + ":" + server.port());
            HttpOutcome again = http.send(Opening.get("https://" + REGISTRY + ":" + server.port() + "/v2/"));

            assertThat(reach).isInstanceOf(Reach.Reached.class);
            assertThat(again).isInstanceOf(HttpAnswer.class);
            assertThat(proxy.headers()).hasSize(1);
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(
                            request -> assertThat(request.proxyAuthorization()).isNull());
        }
    }

    @Test
    void logsInToAProxyForAPlainHost() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                TestProxy proxy = TestProxy.wanting("joe", WORD);
                RegistryHttp http = new Opening(home)
                        .environment("http_proxy", "http://joe:" + WORD + "@127.0.0.1:" + proxy.port())
                        .open()) {
            String uri = "http://" + REGISTRY + ":" + server.port() + "/v2/";

            HttpOutcome outcome = http.send(Opening.get(uri));

            assertThat(outcome).isInstanceOf(HttpAnswer.class);
            assertThat(proxy.headers()).singleElement().asString().startsWith("GET " + uri + " ");
        }
    }

    @Test
    void saysThatAProxyWantsALoginAndNoneIsSet() throws Exception {
        try (TestProxy proxy = TestProxy.wanting("joe", WORD);
                RegistryHttp http = new Opening(home)
                        .environment("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                        .open()) {
            NetworkFault fault = ReachTest.unreachable(http.reach(REGISTRY));

            assertThat(fault.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(fault.summary()).contains("127.0.0.1:" + proxy.port()).contains("wants a login");
            assertThat(fault.evidence()).anyMatch(line -> line.contains("HTTPS_PROXY"));
        }
    }

    @Test
    void saysThatAProxyWantsAnotherLoginAndWhereTheOneSentIsFrom() throws Exception {
        try (TestProxy proxy = TestProxy.wanting("joe", "another");
                RegistryHttp http = new Opening(home)
                        .property("https.proxyHost", "127.0.0.1")
                        .property("https.proxyPort", String.valueOf(proxy.port()))
                        .property("https.proxyUser", "joe")
                        .property("https.proxyPassword", WORD)
                        .open()) {
            NetworkFault fault = ReachTest.unreachable(http.reach(REGISTRY));

            assertThat(fault.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(fault.summary()).contains("another login");
            assertThat(fault.evidence()).contains("the login from -Dhttps.proxyHost was sent");
            assertThat(fault.toString())
                    .doesNotContain(WORD)
                    .doesNotContain(
                            Base64.getEncoder().encodeToString(("joe:" + WORD).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void namesAProxyThatRefuses() throws Exception {
        try (TestProxy proxy = TestProxy.refusing("403 Forbidden");
                RegistryHttp http = new Opening(home)
                        .environment("ALL_PROXY", "127.0.0.1:" + proxy.port())
                        .open()) {
            NetworkFault fault = ReachTest.unreachable(http.reach(REGISTRY));

            assertThat(fault.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(fault.evidence())
                    .contains("the proxy is from ALL_PROXY")
                    .anyMatch(line -> line.contains("403") && line.contains("CONNECT " + REGISTRY));
        }
    }

    @Test
    void namesAProxyThatRefusesWhoLoggedIn() throws Exception {
        try (TestProxy proxy = TestProxy.refusing("502 Bad Gateway");
                RegistryHttp http = new Opening(home)
                        .environment("HTTPS_PROXY", "http://joe:" + WORD + "@127.0.0.1:" + proxy.port())
                        .open()) {
            NetworkFault fault = ReachTest.unreachable(http.reach(REGISTRY));

            assertThat(fault.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(fault.evidence()).anyMatch(line -> line.contains("502"));
        }
    }

    @Test
    void namesAProxyThatCannotBeReached() throws Exception {
        int port = closedPort();
        try (RegistryHttp http = new Opening(home)
                .environment("HTTPS_PROXY", "http://joe:" + WORD + "@127.0.0.1:" + port)
                .open()) {
            NetworkFault fault = ReachTest.unreachable(http.reach(REGISTRY));

            assertThat(fault.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(fault.summary()).isEqualTo("the proxy 127.0.0.1:" + port + " refuses connections");
            assertThat(Objects.requireNonNull(fault.doubt()).of()).isEqualTo(Doubt.Of.WAY);
            assertThat(fault.dialled()).startsWith("proxy 127.0.0.1:" + port);
        }
    }

    @Test
    void doubtsWhatItMeetsBesideASocksProxyThatOthersGoThrough() throws Exception {
        String closed = "127.0.0.1:" + closedPort();
        try (RegistryHttp straight = new Opening(home).open();
                RegistryHttp beside = new Opening(home)
                        .property("socksProxyHost", "socks.invalid")
                        .open()) {
            assertThat(ReachTest.unreachable(straight.reach(closed)).doubt()).isNull();
            assertThat(Objects.requireNonNull(
                                    ReachTest.unreachable(beside.reach(closed)).doubt())
                            .why())
                    .contains("-DsocksProxyHost");
        }
    }

    @Test
    void namesAProxyThatHasNoAddress() throws Exception {
        try (RegistryHttp http = new Opening(home)
                .environment("HTTPS_PROXY", "http://proxy.invalid:3128")
                .open()) {
            NetworkFault fault = ReachTest.unreachable(http.reach(REGISTRY));

            assertThat(fault.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(fault.summary()).contains("proxy.invalid:3128 has no address");
        }
    }

    @Test
    void doesNotGuessWhatAnotherKindOfProxyWouldDo() throws Exception {
        try (RegistryHttp http = new Opening(home)
                .environment("ALL_PROXY", "socks5://joe:" + WORD + "@127.0.0.1:1080")
                .open()) {
            NetworkFault fault = ReachTest.unreachable(http.reach(REGISTRY));

            assertThat(fault.cause()).isEqualTo(Cause.PROXY_FAILURE);
            assertThat(Objects.requireNonNull(fault.doubt()).of()).isEqualTo(Doubt.Of.WAY);
            assertThat(fault.evidence()).anyMatch(line -> line.contains("socks5"));
            assertThat(fault.toString()).doesNotContain(WORD);
        }
    }

    private LocalServer registry() throws Exception {
        Certificates certificates = Certificates.forAnotherName(keys);
        LocalServer server = LocalServer.https(certificates.tls(), LocalServer.answering(200, "{}"));
        Path own = Files.createDirectories(home.resolve(".docker/certs.d/" + REGISTRY + ":" + server.port()));
        Files.writeString(own.resolve("ca.crt"), certificates.certificatePem());
        return server;
    }

    /** The certificate is for another name; who it is does not matter here. */
    private Opening trusting(LocalServer server) {
        return new Opening(home)
                .insecure(
                        URI.create("https://" + REGISTRY + ":" + server.port()).getAuthority());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return once.getLocalPort();
        }
    }
}
