package io.github.registrymaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/testkit.md shows. */
class UsageTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) -->\\s+```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void startsOneWithUsersAndRules() throws IOException {
        try (TestRegistry registry = TestRegistry.builder()
                .bearer()
                .user("ci", "right")
                .grant("ci", "team/*", Action.PULL, Action.PUSH)
                .immutableTags("team/app", "1.*")
                .start()) {
            String image = registry.host() + "/team/app:1.0";

            assertThat(image).startsWith("127.0.0.1:");
        }
    }

    @Test
    void ordersFaults() throws IOException, InterruptedException {
        try (TestRegistry registry = TestRegistry.start()) {
            registry.faults().on("POST", "/v2/*/blobs/uploads/").times(1).tooManyRequests(3);
            registry.faults().on("GET", "/v2/").captivePortal();
            registry.faults().on("PUT", "/v2/*/manifests/*").error(500, "UNKNOWN", "on order");
            registry.faults().on("PATCH", "*").drop();

            assertThat(new Client(registry.url()).send("GET", "/v2/").body()).contains("Sign in");
        }
    }

    @Test
    void startsAnAwsAccount() throws IOException {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allowPush("team/*").deny("repository/team/app", "ecr:PutImage"))
                .role("deployer", who -> who.path("/service-role/").allow("*", "ecr:*"))
                .repository("team/app", it -> it.immutable().except("latest").image("1.0"))
                .createOnPush("sandbox", it -> it.scanOnPush())
                .start()) {
            AwsKey key = cloud.userKey("ci");
            AwsKey session = cloud.session("deployer", "build-7");
            cloud.faults().on("DescribeRepositories").times(2).throttle();

            assertThat(key.environment()).containsOnlyKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
            assertThat(session.arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/deployer/build-7");
        }
    }

    @Test
    void startsAnAzureTenant() throws IOException {
        try (AzureTestCloud cloud = AzureTestCloud.builder()
                .registry(it -> it.sku("Premium").rolesByRepository())
                .application("ci", who -> who.secret("right").role(BuiltInRole.REPOSITORY_WRITER, "team/"))
                .start()) {
            cloud.image("team/app", "1.0");
            cloud.lock("team/app:1.0");
            cloud.faults().on("POST", "*/oauth2/v2.0/token").tooManyRequests(3);

            assertThat(cloud.environment("ci", "right"))
                    .containsOnlyKeys("AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET");
            assertThat(cloud.endpoints()).containsKeys("management.azure.com", "contoso.azurecr.io");
        }
    }

    @Test
    void isWhatItsPageShows() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Matcher snippets = SNIPPET.matcher(Files.readString(root.resolve("docs/testkit.md")));
        int found = 0;
        while (snippets.find()) {
            found++;
            assertThat(withoutMargin(Files.readString(root.resolve(snippets.group(1)))))
                    .contains(withoutMargin(snippets.group(2)).strip());
        }
        assertThat(found).isEqualTo(5);
    }

    private static String withoutMargin(String text) {
        return text.replaceAll("(?m)^\\s+", "");
    }

    @Test
    void startsAGoogleCloud() throws IOException {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder()
                .account("ci")
                .grant("roles/artifactregistry.reader", "ci")
                .repository(
                        "app",
                        it -> it.immutableTags()
                                .grant("roles/artifactregistry.writer", "ci")
                                .image("web:1.0"))
                .start()) {
            String key = cloud.keyFile("ci");
            String token = cloud.accessToken("user:dev@example.com");
            cloud.faults().on("artifactregistry.repositories.get").times(2).throttle();

            assertThat(key).contains(cloud.email("ci"));
            assertThat(token).isNotEmpty();
            assertThat(cloud.registry().images("acme-prod/app/web")).hasSize(1);
            assertThat(cloud.endpoints()).containsKey("europe-west3-docker.pkg.dev");
        }
    }
}
