package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import io.github.registrymaven.testkit.google.GoogleTestCloudBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a repository, for its policies to be tried on. */
class StoredTest {
    @TempDir
    private Path home;

    private static GoogleTestCloudBuilder described() {
        return GoogleTestCloud.builder()
                .account("ci")
                .account("stranger")
                .grant("roles/artifactregistry.reader", "ci")
                .repository(
                        "app",
                        it -> it.image("web:1.0")
                                .image("web:1.1")
                                .image("team/job:1.0")
                                .image("team/job:2.0")
                                .image("team/job:3.0"))
                .repository("other", it -> it.image("web:9.0"));
    }

    @Test
    void listsEveryPageOfAllPackages() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            StoredImages stored =
                    new Workplace(cloud, home).credentials(cloud.keyFile("ci")).stored("app/web:1.0");

            List<InventoryImage> images = ((StoredImages.Listed) stored).images();
            assertThat(images)
                    .extracting(image -> image.packageName() + ":" + String.join(",", image.tags()))
                    .containsExactlyInAnyOrder("web:1.0", "web:1.1", "team/job:1.0", "team/job:2.0", "team/job:3.0");
            assertThat(images).allMatch(image -> image.digest().startsWith("sha256:"));
        }
    }

    @Test
    void namesThePermissionThatIsMissing() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            StoredImages stored = new Workplace(cloud, home)
                    .credentials(cloud.keyFile("stranger"))
                    .stored("app/web:1.0");

            assertThat(((StoredImages.Unlisted) stored).reason()).contains("artifactregistry.dockerimages.list");
        }
    }

    @Test
    void isNotListedWithoutCredentials() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            assertThat(new Workplace(cloud, home).stored("app/web:1.0"))
                    .isEqualTo(new StoredImages.Unlisted("is not listed: this machine has no Google credentials"));
        }
    }
}
