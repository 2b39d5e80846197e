package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.SmallImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** skopeo, with the password of GetAuthorizationToken, is told what the policies say. */
class SkopeoPushesToAwsTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsSkopeo() {
        String missing = Programs.missing("skopeo");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
    }

    /** What skopeo complains of; nothing where it pushed. */
    private String push(AwsTestCloud cloud, String user, String repository, String tag)
            throws IOException, InterruptedException {
        try (AwsClients clients = AwsClients.of(cloud, cloud.userKey(user))) {
            String login = clients.ecr()
                    .getAuthorizationToken()
                    .authorizationData()
                    .get(0)
                    .authorizationToken();
            Process skopeo = new ProcessBuilder(List.of(
                            "skopeo",
                            "--insecure-policy",
                            "copy",
                            "--dest-tls-verify=false",
                            "--dest-creds",
                            new String(Base64.getDecoder().decode(login), StandardCharsets.UTF_8),
                            "oci:" + SmallImage.write(folder.resolve("image")) + ":1.0",
                            "docker://" + cloud.registry().host() + "/" + repository + ":" + tag))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return skopeo.waitFor() == 0 ? "" : said;
        }
    }

    @Test
    void pushesWhereItMay() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allowPush("team/*"))
                .user("reader", who -> who.allow("*", "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability"))
                .repository("team/app", it -> it.immutable().image("1.0"))
                .createOnPush("team/new", it -> {})
                .start()) {
            assertThat(push(cloud, "ci", "team/app", "1.1")).isEmpty();
            assertThat(push(cloud, "ci", "team/new/app", "1.0")).isEmpty();
            assertThat(push(cloud, "ci", "team/app", "1.0"))
                    .contains("cannot be overwritten because the tag is immutable");
            assertThat(push(cloud, "ci", "team/absent", "1.0"))
                    .contains("The repository with name 'team/absent' does not exist");
            assertThat(push(cloud, "reader", "team/app", "1.2"))
                    .contains("because no identity-based policy allows the ecr:PutImage action");
        }
    }
}
