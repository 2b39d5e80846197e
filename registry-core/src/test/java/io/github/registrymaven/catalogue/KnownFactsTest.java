package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

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
    void takesTheServiceThatIsNamedByItsHost() {
        Explanation read = explainer.explain("log", """
                failed to fetch oauth token: unexpected status: 401 Unauthorized, service=ghcr.io&scope=repository:team/app:push
                denied: denied
                """);

        assertThat(read.facts()).containsEntry("host", "ghcr.io");
    }
}
