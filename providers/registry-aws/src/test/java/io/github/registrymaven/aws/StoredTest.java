package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.lifecycle.InventoryImage;
import io.github.registrymaven.preflight.StoredImages;
import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a repository, for its policy to be tried on. */
class StoredTest {
    private static final int MORE_THAN_A_PAGE = 501;

    @TempDir
    private Path home;

    private AwsTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AwsTestCloud.builder()
                .repository(
                        "team/app",
                        it -> it.image(IntStream.range(0, MORE_THAN_A_PAGE)
                                .mapToObj(number -> "1." + number)
                                .toArray(String[]::new)))
                .user("seer", who -> who.allow("*", "ecr:DescribeImages", "ecr:BatchGetImage"))
                .user("pusher", who -> who.allowPush("team/*"))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private StoredImages storedFor(String user) throws InterruptedException {
        AwsKey key = cloud.userKey(user);
        return new Build(home, cloud.endpoint())
                .variable("AWS_ACCESS_KEY_ID", key.accessKeyId())
                .variable("AWS_SECRET_ACCESS_KEY", key.secretAccessKey())
                .images(StatesContract.HOST + "/team/app:1.0")
                .stored();
    }

    @Test
    void listsEveryPage() throws Exception {
        List<InventoryImage> images = ((StoredImages.Listed) storedFor("seer")).images();

        assertThat(images).hasSize(MORE_THAN_A_PAGE);
        assertThat(images.stream().flatMap(image -> image.tags().stream()).distinct())
                .hasSize(MORE_THAN_A_PAGE)
                .contains("1.0", "1.500");
        assertThat(cloud.counts().get("ecr:DescribeImages")).isEqualTo(2);
    }

    @Test
    void namesThePermissionThatIsMissing() throws Exception {
        assertThat(storedFor("pusher"))
                .isEqualTo(new StoredImages.Unlisted(
                        "is not listed: ecr:DescribeImages was denied; allow ecr:DescribeImages on it, and"
                                + " ecr:BatchGetImage for manifest lists"));
    }
}
