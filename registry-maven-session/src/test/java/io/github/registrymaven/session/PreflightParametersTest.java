package io.github.registrymaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.credential.NamedServer;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreflightParametersTest {
    private final PreflightParameters parameters = new PreflightParameters();

    @Test
    void takesWhatThePomGives() throws ConfigurationProblem {
        PreflightRequest request = parameters
                .probe("token")
                .serverId(" ours ")
                .insecureRegistries(List.of("LOCALHOST:5000", " "))
                .endpoints(List.of("Registry.Example=https://10.0.0.1:8443/"))
                .profiles(List.of(" Registry.Example = ci "))
                .requestTimeout(3)
                .deadline(9)
                .request(List.of());

        assertThat(request.probe()).isEqualTo(Probe.TOKEN);
        assertThat(request.server()).isEqualTo(new NamedServer("ours", Set.of()));
        assertThat(request.insecureRegistries()).containsExactly("localhost:5000");
        assertThat(request.endpoints()).containsEntry("registry.example", URI.create("https://10.0.0.1:8443/"));
        assertThat(request.profiles()).containsExactly(Map.entry("registry.example", "ci"));
        assertThat(request.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(request.deadline()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void countsTheRegistriesThatTheImagesMayBePushedTo() throws ConfigurationProblem {
        List<RequestedImage> images = Stream.of("h.example/library/a:1", "app:1.0", "not an image", "h.example/b:1")
                .map(reference -> new RequestedImage(reference, "registry.images"))
                .collect(Collectors.toList());

        assertThat(parameters.serverId("ours").request(images).server())
                .isEqualTo(new NamedServer("ours", Set.of("h.example")));
    }

    @Test
    void takesAServerForEachOfSeveralRegistries() throws ConfigurationProblem {
        assertThat(parameters
                        .serverId("ghcr.io=github, docker.io=hub")
                        .request(List.of())
                        .server())
                .isEqualTo(new NamedServer("ghcr.io=github, docker.io=hub", Set.of()));
        assertThatThrownBy(() -> parameters.serverId("ghcr.io=github,hub"))
                .hasMessageStartingWith("registry.serverId has 'hub'; it takes the id of a <server>");
    }

    @Test
    void hasTheDefaultsOfTheContract() {
        PreflightRequest request = parameters.request(List.of());

        assertThat(request.probe()).isEqualTo(Probe.UPLOAD);
        assertThat(request.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(request.deadline()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void refusesAnUnknownProbeAndNamesThoseThereAre() {
        assertThatThrownBy(() -> parameters.probe("guess"))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessage("registry.probe is 'guess'; it takes upload or token");
    }

    @Test
    void refusesAProfileWithoutAHostAndAHostWithoutAProfile() {
        for (String pair : List.of("ci", "=ci", "registry.example=", "https://registry.example=ci")) {
            assertThatThrownBy(() -> parameters.profiles(List.of(pair)))
                    .isInstanceOf(ConfigurationProblem.class)
                    .hasMessage("registry.profiles names '" + pair + "'; it takes host=profile pairs, as"
                            + " 111122223333.dkr.ecr.eu-west-1.amazonaws.com=ci");
        }
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatThrownBy(() -> parameters.deadline(0)).hasMessageContaining("registry.deadline is 0");
        assertThatThrownBy(() -> parameters.requestTimeout(-1))
                .hasMessage("registry.requestTimeout is -1; it takes seconds, 1 or more");
    }

    @Test
    void refusesAnInsecureRegistryThatIsNoHost() {
        assertThatThrownBy(() -> parameters.insecureRegistries(List.of("http://localhost:5000")))
                .hasMessageContaining("'http://localhost:5000'")
                .hasMessageContaining("localhost:5000, without http://");
    }

    @Test
    void refusesAnEndpointThatLeadsNowhere() {
        for (String pair :
                List.of("host", "=https://x", "host=ftp://x", "host=https://x/path", "host=https://u:p@x", "host=:")) {
            assertThatThrownBy(() -> parameters.endpoints(List.of(pair)))
                    .as(pair)
                    .isInstanceOf(ConfigurationProblem.class)
                    .hasMessageContaining("host=url");
        }
    }
}
