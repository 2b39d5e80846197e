package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFactsTest {
    private final Explainer explainer = new Explainer();

    @ParameterizedTest
    @ValueSource(strings = {"harbor-registry", "container_registry", "testkit"})
    void takesNoTokenServicesNameForAHost(String service) {
        Explanation read = explainer.explain(
                "log",
                "GET https://harbor.example.com/service/token?service=" + service
                        + "&scope=repository:team/app:pull,push\n"
                        + "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"incorrect username or password\"}]}\n");

        assertThat(read.facts().get("host")).isNotEqualTo(service);
    }

    @Test
    void takesTheServiceOfDockerHubForDockerHub() {
        Explanation read = explainer.explain("log", """
                GET https://auth.docker.io/token?service=registry.docker.io&scope=repository:team/app:pull,push
                {"details":"incorrect username or password"}
                """);

        assertThat(read.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(read.facts()).containsEntry("host", "docker.io");
    }

    @Test
    void doesNotCallAnErrorOfAnImageAPull() {
        Explanation read = explainer.explain(
                "log", "I/O error for image [registry.example.com/team/app]: java.net.SocketTimeoutException Read timed out");

        assertThat(read.subject()).isEqualTo("registry.example.com/team/app");
        assertThat(read.facts()).doesNotContainKey("operation");
    }

    @Test
    void takesTheServiceThatIsNamedByItsHost() {
        Explanation read = explainer.explain("log", """
                failed to fetch oauth token: unexpected status: 401 Unauthorized, service=ghcr.io&scope=repository:team/app:push
                denied: denied
                """);

        assertThat(read.facts()).containsEntry("host", "ghcr.io");
    }
}
