package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesUnknownToJvmTest {
    private static final String REGISTRY = "https://registry.example.com";

    private final Opening opening = new Opening(Path.of("nobody"));

    @Test
    void settingsAreHandedOverWithTheirLoginWhichPrintsNothing() {
        ProxiesUnknownToJvm.Proxy proxy = Objects.requireNonNull(
                to(REGISTRY, new ProxyServer("https", "proxy", 3128, "joe", Secret.of("a word"), List.of())));

        assertThat(proxy.address()).isEqualTo("proxy:3128");
        assertThat(proxy.username()).isEqualTo("joe");
        assertThat(Objects.requireNonNull(proxy.password()).reveal()).isEqualTo("a word");
        assertThat(proxy.toString()).doesNotContain("a word");
    }

    @Test
    void theEnvironmentIsHandedOverButForWhomItExempts() {
        opening.environment("HTTPS_PROXY", "http://proxy:3128").environment("NO_PROXY", ".inside.example.com");

        assertThat(to(REGISTRY)).isNotNull();
        assertThat(to("https://registry.inside.example.com")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https.proxyHost, jvm, true",
        "https.proxyHost, '', true",
        "socksProxyHost, jvm, true",
        "java.net.useSystemProxies, true, true",
        "java.net.useSystemProxies, false, false",
        "http.proxyHost, jvm, false",
        "http.nonProxyHosts, *, false"
    })
    void whatTheUserSetInTheJvmWins(String property, String value, boolean wins) {
        opening.property(property, value);

        assertThat(to(REGISTRY, new ProxyServer("https", "proxy", 3128, null, null, List.of())) == null)
                .isEqualTo(wins);
    }

    @Test
    void aProxyThatIsNotSpokenToOverHttpIsNotHandedOver() {
        opening.environment("HTTPS_PROXY", "socks5://proxy:1080");

        assertThat(to(REGISTRY)).isNull();
    }

    private ProxiesUnknownToJvm.@Nullable Proxy to(String uri, ProxyServer... settings) {
        return new ProxiesUnknownToJvm(new NetworkOptions(
                        opening.machine(), List.of(settings), Set.of(), Map.of(), Duration.ofSeconds(5)))
                .to(URI.create(uri));
    }
}
