package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainLoginsTest {
    @TempDir
    Path temp;

    @Test
    void findsWhatDockerKeepsItselfAndNotWhatAHelperKeeps() {
        Home home = new Home(temp)
                .dockerConfig("{\"credsStore\": \"pass\", \"auths\": {\"a.example\": {\"auth\": \"" + base64("u:p")
                        + "\"}, \"b.example\": {}}}");

        assertThat(PlainLogins.of(home.machine()))
                .containsExactly(new PlainLogin("a.example", "~/.docker/config.json", false));
    }

    @Test
    void knowsATokenThatEndsWithinTheDay() {
        String token = base64(
                "{\"expiration\": " + Instant.now().plus(Duration.ofHours(12)).getEpochSecond() + "}");
        Home home = new Home(temp)
                .dockerConfig("{\"auths\": {\"1.dkr.ecr.eu-west-1.amazonaws.com\": {\"auth\": \""
                        + base64("AWS:" + token) + "\"}}}");

        assertThat(PlainLogins.of(home.machine()))
                .extracting(PlainLogin::shortLived)
                .containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource({
        "europe-docker.pkg.dev, oauth2accesstoken:opaque, true",
        "gcr.io, _token:opaque, true",
        "ghcr.io, octocat:ghs_opaque, true",
        "registry.gitlab.com, gitlab-ci-token:opaque, true",
        "registry.gitlab.com, somebody:glcbt-opaque, true",
        "public.ecr.aws, AWS:opaque, true",
        "europe-docker.pkg.dev, _json_key:opaque, false",
        "ghcr.io, octocat:ghp_opaque, false",
        "registry.gitlab.com, somebody:glpat-opaque, false",
        "registry.example.com, AWS:opaque, false"
    })
    void knowsTokensThatEndWithTheirJob(String registry, String login, boolean shortLived) {
        Home home = new Home(temp)
                .dockerConfig("{\"auths\": {\"" + registry + "\": {\"auth\": \"" + base64(login) + "\"}}}");

        assertThat(PlainLogins.of(home.machine()))
                .extracting(PlainLogin::shortLived)
                .containsExactly(shortLived);
    }

    @Test
    void aFileThatIsNotThereOrNotReadableHoldsNone() {
        assertThat(PlainLogins.of(new Home(temp).machine())).isEmpty();
        assertThat(PlainLogins.of(new Home(temp).dockerConfig("{").machine())).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
