package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The errors of Google's registries that this project was founded for: known before the push, by the cause that their text is explained with. */
class FoundingListTest {
    @TempDir
    private Path home;

    private GoogleTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = GoogleTestCloud.builder()
                .account("ci")
                .account("reader")
                .grant("roles/artifactregistry.admin", "ci")
                .repository("app", it -> it.grant("roles/artifactregistry.reader", "reader"))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private static void isKnownAs(Cause cause, ImageReport before, String afterwards) {
        Finding decisive = Objects.requireNonNull(before.decisive());
        Explanation explained = new Explainer().explain("registry.message", afterwards);

        assertThat(before.verdict()).as(before.checks().toString()).isEqualTo(Verdict.FAIL);
        assertThat(decisive.cause()).isEqualTo(cause);
        assertThat(explained.cause() == cause || explained.alternatives().contains(cause))
                .as(explained.toString())
                .isTrue();
    }

    @Test
    void tokenExchangeFailed() throws Exception {
        String words = "Token exchange failed for project 'acme-prod'. Caller does not have permission"
                + " 'artifactregistry.repositories.uploadArtifacts'.";
        cloud.faults()
                .on("docker.token")
                .answer(403, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"" + words + "\"}]}");

        isKnownAs(
                Cause.PERMISSION_DENIED,
                new Workplace(cloud, home).as("reader").check("app/web:1.0"),
                "denied: " + words);
    }

    @Test
    void authenticationRequired() throws Exception {
        isKnownAs(
                Cause.CREDENTIALS_MISSING,
                new Workplace(cloud, home).check("app/web:1.0"),
                "unauthorized: authentication required");
    }

    @Test
    void nameUnknownRepositoryNotFound() throws Exception {
        isKnownAs(
                Cause.REPOSITORY_NOT_FOUND,
                new Workplace(cloud, home).as("ci").check("absent/web:1.0"),
                "name unknown: Repository \"absent\" not found");
    }
}
