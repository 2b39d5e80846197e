package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts that this project was founded for, as bare as people paste them. */
class FoundingTextsTest {
    private final Explainer explainer = new Explainer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Token exchange failed for project 'acme-prod'.|permission-denied",
                "denied: Token exchange failed for project 'p'. Please enable Google Container Registry API|api-disabled",
                "authentication required|credentials-missing",
                "unauthorized: authentication required|credentials-missing",
                "name unknown: Repository not found|repository-not-found",
                "no basic auth credentials|credentials-missing",
                "RepositoryNotFoundException|repository-not-found",
                "An error occurred (RepositoryNotFoundException) when calling the DescribeRepositories operation: The repository "
                        + "with name 'app' does not exist in the registry with id '123456789012'|repository-not-found",
                "AccessDeniedException|permission-denied",
                "ERROR: Run 'az acr update -n acme --admin-enabled true' to enable admin first.|admin-user-disabled",
                "TLS handshake timeout|tls-handshake-timeout",
                "net/http: TLS handshake timeout|tls-handshake-timeout",
                "context deadline exceeded|deadline-exceeded",
                "blob upload unknown|blob-upload-unknown",
                "blob upload unknown to registry|blob-upload-unknown",
                "manifest invalid|manifest-invalid",
                "manifest unknown|manifest-unknown",
            })
    void isExplained(String text, String cause) {
        Explanation explained = explainer.explain("registry.message", text);

        assertThat(explained.cause().id()).isEqualTo(cause);
        assertThat(explained.remedies()).isNotEmpty();
        assertThat(explained.matched()).isNotBlank();
    }

    @Test
    void aDisabledAdminUserIsAmongWhatAnAzureRefusalCanMean() {
        Explanation explained = explainer.explain(
                "registry.message",
                "Get \"https://acme.azurecr.io/v2/\": unable to retrieve auth token: invalid username/password: unauthorized: "
                        + "authentication required, visit https://aka.ms/acr/authorization");

        assertThat(explained.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(explained.facts()).containsEntry("host", "acme.azurecr.io");
        assertThat(explained.alternatives()).contains(Cause.ADMIN_USER_DISABLED);
    }
}
