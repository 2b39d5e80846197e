package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a survey costs: two calls a repository and one a login, however many images there are. */
class CallsTest {
    @TempDir
    private Path home;

    @Test
    void askOncePerRepositoryWhateverTheNumberOfImages() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder()
                .account("ci")
                .grant("roles/artifactregistry.writer", "ci")
                .repository("app")
                .repository("tools")
                .start()) {
            String[] images = IntStream.range(0, 40)
                    .mapToObj(i -> (i % 2 == 0 ? "app" : "tools") + "/web" + i + ":" + i)
                    .toArray(String[]::new);

            PreflightReport report = new Workplace(cloud, home).as("ci").checkAll(images);

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(cloud.counts())
                    .containsAllEntriesOf(Map.of(
                            "artifactregistry.repositories.get", 2L,
                            "artifactregistry.repositories.testIamPermissions", 2L,
                            "oauth2.tokeninfo", 1L))
                    .doesNotContainKeys("oauth2.token", "iam.roles.get", "artifactregistry.repositories.list");
        }
    }

    @Test
    void lookIntoWhatIsAmissForFewRepositoriesOnly() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder()
                .account("ci")
                .grant("roles/artifactregistry.writer", "ci")
                .start()) {
            String[] images = IntStream.range(0, 30)
                    .mapToObj(i -> "absent" + i + "/web:1.0")
                    .toArray(String[]::new);

            new Workplace(cloud, home).as("ci").checkAll(images);

            assertThat(cloud.counts().get("artifactregistry.repositories.list")).isEqualTo(10);
            assertThat(cloud.counts().get("iam.roles.get")).isEqualTo(10);
        }
    }
}
