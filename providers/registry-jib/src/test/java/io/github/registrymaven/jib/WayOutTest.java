package io.github.registrymaven.jib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.ProxiesUnknownToJvm;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.protocol.BasicHttpContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WayOutTest {
    private final @Nullable ProxySelector before = ProxySelector.getDefault();

    @AfterEach
    void restore() {
        ProxySelector.setDefault(before);
    }

    @Test
    void theProxyThatTheJvmChoosesWins() throws HttpException {
        ProxySelector.setDefault(ProxySelector.of(InetSocketAddress.createUnresolved("jvm", 1)));

        assertThat(proxyTo("registry.example.com")).isEqualTo("jvm:1");
    }

    @Test
    void whereTheJvmChoosesNoneItIsTheOneHandedOver() throws HttpException {
        ProxySelector.setDefault(ProxySelector.of(null));

        assertThat(proxyTo("registry.example.com")).isEqualTo("handed:3128");
        assertThat(proxyTo("::2")).isEqualTo("handed:3128");
        assertThat(proxyTo("fd00::1")).isNull();
        assertThat(proxyTo("registry.inside.example.com")).isNull();
    }

    private static @Nullable String proxyTo(String host) throws HttpException {
        Machine machine = new Machine(
                Map.of("HTTPS_PROXY", "http://handed:3128", "NO_PROXY", ".inside.example.com,fd00::/8"),
                Map.of(),
                Path.of("nobody"),
                Clock.systemUTC());
        CredentialsProvider logins = new BasicCredentialsProvider();
        HttpHost proxy = new WayOut(
                        new ProxiesUnknownToJvm(
                                new NetworkOptions(machine, List.of(), Set.of(), Map.of(), Duration.ofSeconds(5))),
                        logins)
                .determineProxy(new HttpHost(host, 443, "https"), new HttpGet("/"), new BasicHttpContext());
        return proxy == null ? null : proxy.toHostString();
    }
}
