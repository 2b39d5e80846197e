package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.ProxyServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaseImageProxyTest {
    private static final ProxyServer OF_SETTINGS =
            new ProxyServer("https", "proxy.example.com", 3128, null, null, List.of("*.inside.example.com"));

    @Test
    void aProxyOfSettingsIsNamedToTheJvm() {
        ImageBuild.NotBuilt told = told(Cause.REGISTRY_UNREACHABLE_DNS, "registry.example.com", Map.of(), OF_SETTINGS);

        assertThat(told.cause()).isEqualTo(Cause.PROXY_FAILURE);
        assertThat(told.summary())
                .isEqualTo("the base image could not be pulled: Jib does not take the proxy that is in settings.xml");
        assertThat(told.evidence())
                .contains(
                        "as Jib said it",
                        "others reach registry.example.com through the proxy proxy.example.com:3128, which is in"
                                + " settings.xml");
        assertThat(told.remedies().get(0).commands())
                .containsExactly("export MAVEN_OPTS=\"$MAVEN_OPTS -Dhttps.proxyHost=proxy.example.com"
                        + " -Dhttps.proxyPort=3128\"");
    }

    @Test
    void aHostThatIsExemptIsNotBehindIt() {
        assertThat(told(Cause.CONNECTION_TIMEOUT, "registry.inside.example.com", Map.of(), OF_SETTINGS)
                        .cause())
                .isEqualTo(Cause.CONNECTION_TIMEOUT);
    }

    @Test
    void theProxyOfTheJvmWasTaken() {
        assertThat(told(Cause.CONNECTION_REFUSED, "registry.example.com", Map.of("https.proxyHost", "proxy"))
                        .cause())
                .isEqualTo(Cause.CONNECTION_REFUSED);
    }

    @Test
    void whoAnsweredWasReached() {
        assertThat(told(Cause.CREDENTIALS_REJECTED, "registry.example.com", Map.of(), OF_SETTINGS)
                        .cause())
                .isEqualTo(Cause.CREDENTIALS_REJECTED);
    }

    private static ImageBuild.NotBuilt told(
            Cause cause, String host, Map<String, String> properties, ProxyServer... proxies) {
        Machine now = Machine.current();
        Machine machine = new Machine(Map.of(), properties, now.home(), now.clock());
        NetworkOptions network =
                new NetworkOptions(machine, List.of(proxies), Set.of(), Map.of(), Duration.ofSeconds(5));
        return new BaseImageProxy(network)
                .seen(
                        new ImageBuild.NotBuilt(
                                cause, "the base image could not be pulled", List.of("as Jib said it"), List.of()),
                        host);
    }
}
