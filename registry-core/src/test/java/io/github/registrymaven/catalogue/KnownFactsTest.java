package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Tried to retrieve authentication method for registry.example.com/app but failed because: registry returned error "
                        + "code 404|registry.example.com/app",
                "Push to docker failed: Unknown host registry.example.test|registry.example.test",
                "Error: logging into \"registry.example.com\": invalid username/password|registry.example.com",
                "invalid tag \"registry.example.com/Team/App\": repository name must be lowercase|registry.example.com/Team/App",
                "Invalid image reference registry.example.com/Team/app:1.0, perhaps you should check that the reference is formatted "
                        + "correctly|registry.example.com/Team/app",
                "trying to reuse blob sha256:1 at destination: checking whether a blob sha256:1 exists in "
                        + "registry.example.com/team/app: unauthorized: authentication required|registry.example.com/team/app",
                "Tried to retrieve authentication method for 192.0.2.3:8404 but failed because: registry returned error code "
                        + "404|192.0.2.3:8404",
            })
    void takesTheNamesOutOfSentencesThatAreNoPushOrPull(String text, String subject) {
        assertThat(explainer.explain("log", text).subject()).isEqualTo(subject);
    }

    @Test
    void takesNoPartOfANameForTheName() {
        assertThat(explainer
                        .explain("log", "invalid tag \"team/App\": repository name must be lowercase")
                        .subject())
                .isNull();
    }

    @Test
    void namesThatComeFromElsewhereStandInWhatMendsIt() {
        Explanation read =
                explainer.explain("log", "413 Payload Too Large").about("registry.example.com", "team/app", "1");

        assertThat(read.remedies()).isNotEmpty();
        assertThat(read.remedies().toString()).contains("registry.example.com").doesNotContain("REGISTRY");
    }

    @Test
    void doesNotCallAnErrorOfAnImageAPull() {
        Explanation read = explainer.explain(
                "log",
                "I/O error for image [registry.example.com/team/app]: java.net.SocketTimeoutException Read timed out");

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
