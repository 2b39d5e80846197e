package io.github.registrymaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.artifact.ImageBuild;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.NetworkOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnusableProxyTest {
    private static final Map<String, String> SOCKS = Map.of("HTTPS_PROXY", "socks5://proxy.example.com:1080");

    @Test
    void aProxyOfAnotherKindIsNamedWhereTheRegistryWasNotReached() {
        ImageBuild.NotBuilt told = told(Cause.REGISTRY_UNREACHABLE_DNS, SOCKS);

        assertThat(told.cause()).isEqualTo(Cause.PROXY_FAILURE);
        assertThat(told.summary())
                .isEqualTo("the base image could not be pulled without the proxy that is in HTTPS_PROXY");
        assertThat(told.evidence())
                .containsExactly(
                        "as Jib said it",
                        "the proxy in HTTPS_PROXY is not taken: it is a proxy of the kind socks5, this client speaks to"
                                + " http ones");
        assertThat(told.remedies().get(0).title()).contains("-DsocksProxyHost");
    }

    @Test
    void aProxyThatIsTakenIsNotToBlame() {
        assertThat(told(Cause.CONNECTION_REFUSED, Map.of("HTTPS_PROXY", "http://proxy.example.com:3128"))
                        .cause())
                .isEqualTo(Cause.CONNECTION_REFUSED);
    }

    @Test
    void aHostThatIsExemptIsNotBehindIt() {
        Map<String, String> exempt = Map.of("NO_PROXY", ".example.com", "HTTPS_PROXY", "socks5://proxy:1080");

        assertThat(told(Cause.CONNECTION_TIMEOUT, exempt).cause()).isEqualTo(Cause.CONNECTION_TIMEOUT);
    }

    @Test
    void whoAnsweredWasReached() {
        assertThat(told(Cause.CREDENTIALS_REJECTED, SOCKS).cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
    }

    @Test
    void theSocksProxyOfTheJvmWasTaken() {
        assertThat(told(Cause.CONNECTION_REFUSED, SOCKS, Map.of("socksProxyHost", "proxy.example.com"))
                        .cause())
                .isEqualTo(Cause.CONNECTION_REFUSED);
    }

    private static ImageBuild.NotBuilt told(Cause cause, Map<String, String> environment) {
        return told(cause, environment, Map.of());
    }

    private static ImageBuild.NotBuilt told(
            Cause cause, Map<String, String> environment, Map<String, String> properties) {
        Machine now = Machine.current();
        Machine machine = new Machine(environment, properties, now.home(), now.clock());
        NetworkOptions network = new NetworkOptions(machine, List.of(), Set.of(), Map.of(), Duration.ofSeconds(5));
        return new UnusableProxy(network)
                .seen(
                        new ImageBuild.NotBuilt(
                                cause, "the base image could not be pulled", List.of("as Jib said it"), List.of()),
                        "registry.example.com");
    }
}
