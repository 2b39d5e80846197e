package io.github.registrymaven.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxyRulesTest {
    private static final String REGISTRY = "https://registry.example.com/v2/";

    private final Opening opening = new Opening(Path.of("nobody"));

    @Test
    void takesTheSettingsBeforeTheJvmAndTheEnvironment() {
        opening.property("https.proxyHost", "jvm").environment("HTTPS_PROXY", "http://environment:1");

        assertThat(route(REGISTRY, server("https", "settings"))).isEqualTo("settings:3128 settings.xml");
    }

    @Test
    void takesTheJvmBeforeTheEnvironment() {
        opening.property("https.proxyHost", "jvm").environment("HTTPS_PROXY", "http://environment:1");

        assertThat(route(REGISTRY)).isEqualTo("jvm:443 -Dhttps.proxyHost");
    }

    @Test
    void takesTheEnvironmentLast() {
        opening.environment("https_proxy", "environment:8080");

        assertThat(route(REGISTRY)).isEqualTo("environment:8080 https_proxy");
        assertThat(route("http://registry.example.com/")).isNull();
    }

    @Test
    void borrowsTheProxyOfHttpForHttpsAsMavenDoes() {
        assertThat(route(REGISTRY, server("http", "settings"))).isEqualTo("settings:3128 settings.xml");
        assertThat(route("http://registry.example.com/", server("https", "settings")))
                .isNull();
    }

    /** A metadata service tells of the machine that asks, and that would be the proxy's. */
    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/metadata", "http://169.254.170.2:80/v2", "http://[fe80::1]/"})
    void goesStraightToWhatIsOnTheMachinesOwnLink(String uri) {
        opening.property("http.proxyHost", "jvm").environment("http_proxy", "http://environment:1");

        assertThat(route(uri)).isNull();
        assertThat(route(uri, server("http", "settings"))).isNull();
    }

    @Test
    void goesStraightWhereTheSettingsExemptAHostWhateverElseIsSet() {
        opening.environment("HTTPS_PROXY", "http://environment:1");
        ProxyServer proxy = new ProxyServer("https", "settings", 3128, null, null, List.of("*.example.com"));

        assertThat(route(REGISTRY, proxy)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost|*.example.com, https://registry.example.com, false",
        "*.example.com, https://example.com, true",
        "*.example.org, https://localhost, false",
        "'', https://localhost, true",
        "10.*, https://10.1.2.3, false",
        "10.*, https://127.0.0.1, false"
    })
    void readsTheJvmsExemptionsAsTheJdkDoes(String exempt, String uri, boolean proxied) {
        opening.property("https.proxyHost", "jvm").property("http.nonProxyHosts", exempt);

        assertThat(route(uri) != null).isEqualTo(proxied);
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://registry.example.com, true",
        "'', https://localhost:5000, false",
        "'', https://127.0.0.7, false",
        "'', 'https://[::1]:5000', false",
        "'', https://127.example.com, true",
        "*, https://registry.example.com, false",
        "example.com, https://registry.example.com, false",
        "example.com, https://example.com, false",
        "example.com, https://badexample.com, true",
        ".example.com, https://registry.example.com, false",
        ".example.com, https://example.com, true",
        "*.example.com, https://registry.example.com, false",
        "'other,example.com', https://registry.example.com, false",
        "'other, example.com', https://registry.example.com, false",
        "EXAMPLE.com, https://registry.example.com, false",
        "example.com:443, https://registry.example.com, false",
        "example.com:5000, https://registry.example.com, true",
        "10.0.0.0/8, https://10.1.2.3, false",
        "10.0.0.0/8, https://11.1.2.3, true",
        "10.0.0.0/99, https://10.1.2.3, true",
        "10.0.0.0/8, https://registry.example.com, true",
        "10.1.2.3, https://10.1.2.3:5000, false",
        "10.1.2.3:5000, https://10.1.2.3:5000, false",
        "fd00::/8, 'https://[fd00::1]', false",
        "fd00::1, 'https://[fd00::1]', false",
        "[fd00::1]:5000, 'https://[fd00::1]:5000', false",
        "[fd00::1]:5000, 'https://[fd00::1]', true"
    })
    void readsNoProxyAsGoDoes(String exempt, String uri, boolean proxied) {
        opening.environment("HTTPS_PROXY", "http://environment:1").environment("NO_PROXY", exempt);

        assertThat(route(uri) != null).isEqualTo(proxied);
    }

    @Test
    void readsALoginOutOfTheUrlAndShowsItsPasswordToNobody() {
        String word = String.join("", "p+", "%40", "1");
        opening.environment("HTTPS_PROXY", "http://jo%3Ae:" + word + "@environment");

        Route route = Objects.requireNonNull(rules().routeTo(URI.create(REGISTRY)));

        assertThat(route.login()).isEqualTo("jo:e:p+@1");
        assertThat(route.address()).isEqualTo("environment:80");
        assertThat(route.toString()).doesNotContain("p+@1");
    }

    @Test
    void doesNotTakeWhatIsNoUrlForGoingStraight() {
        opening.environment("HTTPS_PROXY", "http://joe:a b@environment");

        Route route = Objects.requireNonNull(rules().routeTo(URI.create(REGISTRY)));

        assertThat(route.unusable()).isNotNull().doesNotContain("joe");
    }

    @Test
    void jibTakesTheJvmsThenTheSettingsOfTheVeryProtocolAndNoOther() {
        opening.environment("HTTPS_PROXY", "http://environment:1");

        assertThat(jibsRoute()).isNull();
        assertThat(jibsRoute(server("http", "settings"))).isNull();
        assertThat(jibsRoute(server("https", "settings"))).isEqualTo("settings:3128 settings.xml");
        assertThat(jibsRoute(
                        new ProxyServer("https", "settings", 3128, null, null, List.of("*.example.com")),
                        server("https", "second")))
                .isNull();

        opening.property("https.proxyHost", "jvm");

        assertThat(jibsRoute(server("https", "settings"))).isEqualTo("jvm:443 -Dhttps.proxyHost");
    }

    @Test
    void doubtsTheProxiesThatOthersNeedNotTake() {
        assertThat(doubt(server("https", "settings"))).isNull();
        assertThat(doubt(server("http", "settings"))).contains("not every tool takes it");

        opening.environment("HTTPS_PROXY", "http://environment:1");

        assertThat(doubt()).contains("HTTPS_PROXY");
    }

    private @Nullable String doubt(ProxyServer... settings) {
        return Objects.requireNonNull(rules(settings).routeTo(URI.create(REGISTRY)))
                .doubt();
    }

    private @Nullable String jibsRoute(ProxyServer... settings) {
        Route route = new ProxyRules(List.of(settings), opening.machine(), true).routeTo(URI.create(REGISTRY));
        return route == null ? null : route.address() + " " + route.origin();
    }

    private ProxyRules rules(ProxyServer... settings) {
        return new ProxyRules(List.of(settings), opening.machine(), false);
    }

    private @Nullable String route(String uri, ProxyServer... settings) {
        Route route = rules(settings).routeTo(URI.create(uri));
        return route == null ? null : route.address() + " " + route.origin();
    }

    private static ProxyServer server(String protocol, String host) {
        return new ProxyServer(protocol, host, 3128, "joe", Secret.of("word"), List.of());
    }
}
