package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a repository, for its policies to be tried on. */
class StoredTest {
    @TempDir
    private Path home;

    private static AzureTestCloud cloud() throws IOException {
        return AzureTestCloud.builder()
                .registry(it -> it.sku("Premium").tagsPerPage(2))
                .application("puller", who -> who.secret("planted").role(BuiltInRole.ACR_PULL))
                .application("nobody", who -> who.secret("planted"))
                .start();
    }

    @Test
    void listsEveryPageWithTagsAndLocks() throws Exception {
        try (AzureTestCloud cloud = cloud()) {
            for (String tag : List.of("1.0", "1.1", "1.2", "1.3", "2.0")) {
                cloud.image("team/app", tag);
            }
            String locked = cloud.image("team/app", "3.0");
            cloud.lock("team/app@" + locked);

            StoredImages stored = new Build(cloud, home).as("puller", "planted").stored("team/app:1.0");

            List<InventoryImage> images = ((StoredImages.Listed) stored).images();
            assertThat(images.stream().flatMap(image -> image.tags().stream()))
                    .containsExactlyInAnyOrder("1.0", "1.1", "1.2", "1.3", "2.0", "3.0");
            assertThat(images).allMatch(image -> "team/app".equals(image.packageName()));
            assertThat(images.stream().filter(InventoryImage::locked).map(InventoryImage::digest))
                    .containsExactly(locked);
        }
    }

    @Test
    void saysWhyNothingIsListed() throws Exception {
        try (AzureTestCloud cloud = cloud()) {
            cloud.image("team/app", "1.0");

            assertThat(new Build(cloud, home).as("nobody", "planted").stored("team/app:1.0"))
                    .isInstanceOfSatisfying(
                            StoredImages.Unlisted.class,
                            unlisted -> assertThat(unlisted.reason()).startsWith("is not listed"));
        }
    }
}
