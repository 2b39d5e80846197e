package io.github.registrymaven.testkit.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the API says of a push, the registry does: bindings, repositories and tags are the same on both sides. */
class BothSidesAgreeTest {
    private static final String HOST = "europe-west3-docker.pkg.dev";
    private static final String REPOSITORY = "/v1/projects/acme-prod/locations/europe-west3/repositories/";

    private static GoogleTestCloudBuilder described() {
        return GoogleTestCloud.builder()
                .account("writer")
                .account("reader")
                .account("project-writer")
                .account("uploader")
                .grant("roles/artifactregistry.writer", "project-writer")
                .role("uploader", "artifactregistry.repositories.uploadArtifacts")
                .repository(
                        "app",
                        it -> it.grant("roles/artifactregistry.writer", "writer")
                                .grant("roles/artifactregistry.reader", "reader")
                                .grant("uploader", "uploader"))
                .repository("fixed", it -> it.immutableTags().image("web:1.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "writer,         true,  ''",
        "project-writer, true,  ''",
        "reader,         false, uploadArtifacts",
        // The upload is taken, and the tag is not: that a tag needs a right of its own is inferred from a denial's
        // text.
        "uploader,       true,  tags.create"
    })
    void weighTheBindingsOfRepositoryAndProject(String who, boolean mayUpload, String refusal) throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String token = cloud.accessToken(who);

            HttpResponse<String> tested = client.postAs(
                    token,
                    REPOSITORY + "app:testIamPermissions",
                    "{\"permissions\":[\"artifactregistry.repositories.uploadArtifacts\"]}");
            String pushed = client.push(HOST, "acme-prod/app/web", "1.0", "oauth2accesstoken", token);

            assertThat(tested.body().contains("uploadArtifacts")).isEqualTo(mayUpload);
            assertThat(pushed).contains(refusal);
            assertThat(pushed.isEmpty()).isEqualTo(refusal.isEmpty());
        }
    }

    /** Seen in public reports word by word; that who may not see is not told whether it exists, is their point. */
    @Test
    void doNotTellAnAbsentRepositoryFromADeniedOneToWhoMayNotSee() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String token = cloud.accessToken("reader");

            HttpResponse<String> absent = client.getAs(token, REPOSITORY + "absent");
            String pushed = client.push(HOST, "acme-prod/absent/web", "1.0", "oauth2accesstoken", token);

            assertThat(absent.statusCode()).isEqualTo(403);
            assertThat(absent.body()).contains("artifactregistry.repositories.get", "(or it may not exist)");
            assertThat(pushed)
                    .startsWith("403")
                    .contains("uploadArtifacts", "repositories/absent", "(or it may not exist)");
        }
    }

    /** The status of the registry's answer is not certain; its words are seen. */
    @Test
    void sayThatARepositoryIsAbsentToWhoMaySee() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String token = cloud.accessToken("project-writer");

            assertThat(client.getAs(token, REPOSITORY + "absent").statusCode()).isEqualTo(404);
            assertThat(client.push(HOST, "acme-prod/absent/web", "1.0", "oauth2accesstoken", token))
                    .startsWith("404")
                    .contains("Repository \\\"absent\\\" not found");
        }
    }

    @Test
    void keepATagThatIsImmutable() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String token = cloud.accessToken("project-writer");

            assertThat(client.getAs(token, REPOSITORY + "fixed").body()).contains("\"immutableTags\":true");
            assertThat(client.push(HOST, "acme-prod/fixed/web", "1.0", "oauth2accesstoken", token))
                    .startsWith("400")
                    .contains("MANIFEST_INVALID", "tag immutability");
            assertThat(client.push(HOST, "acme-prod/fixed/web", "2.0", "oauth2accesstoken", token))
                    .isEmpty();
        }
    }

    /** For the perimeter the whole body is known; that the registry uses the API's own words is a guess for all three. */
    @ParameterizedTest
    @EnumSource(ProjectTrouble.class)
    void keepEverybodyOutOfAProjectInTrouble(ProjectTrouble trouble) throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String token = cloud.accessToken("project-writer");
            cloud.trouble(trouble);

            HttpResponse<String> asked = client.getAs(token, REPOSITORY + "app");
            String pushed = client.push(HOST, "acme-prod/app/web", "1.0", "oauth2accesstoken", token);

            assertThat(asked.statusCode()).isEqualTo(403);
            assertThat(asked.body())
                    .contains(
                            switch (trouble) {
                                case API_DISABLED -> "SERVICE_DISABLED";
                                case BILLING_DISABLED -> "BILLING_DISABLED";
                                case OUTSIDE_PERIMETER -> "SECURITY_POLICY_VIOLATED";
                            });
            assertThat(pushed).startsWith("403");
        }
    }

    @Test
    void takeAKeyFileAsPasswordUntilTheKeyIsRevoked() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String key = cloud.keyFile("writer");

            String before = client.push(HOST, "acme-prod/app/web", "1.0", "_json_key", key);
            cloud.revokeKeys("writer");
            String after = client.push(HOST, "acme-prod/app/web", "1.0", "_json_key", key);

            assertThat(before).isEmpty();
            assertThat(after).startsWith("401").contains("No valid credential was supplied");
        }
    }

    /** The words are seen in public reports; that the right has to be on the project follows from the role's documentation. */
    @Test
    void createARepositoryOfGcrByAPushThatMay() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder()
                .host("gcr.io")
                .account("writer")
                .account("maker")
                .grant("roles/artifactregistry.writer", "writer")
                .grant("roles/artifactregistry.createOnPushWriter", "maker")
                .start()) {
            GoogleClient client = new GoogleClient(cloud);

            String refused =
                    client.push("gcr.io", "acme-prod/web", "1.0", "oauth2accesstoken", cloud.accessToken("writer"));
            String made =
                    client.push("gcr.io", "acme-prod/web", "1.0", "oauth2accesstoken", cloud.accessToken("maker"));

            assertThat(refused).contains("gcr.io repo does not exist", "createOnPush");
            assertThat(made).isEmpty();
            assertThat(cloud.repositories()).containsExactly("us/gcr.io");
        }
    }

    @Test
    void showTheTagThatWasPushed() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String token = cloud.accessToken("project-writer");
            client.push(HOST, "acme-prod/app/team/web", "1.0", "oauth2accesstoken", token);

            HttpResponse<String> tag = client.getAs(token, REPOSITORY + "app/packages/team%2Fweb/tags/1.0");

            assertThat(tag.body()).contains("/versions/sha256:");
        }
    }

    @Test
    void letAPolicyThatIsSetDecideAtOnce() throws Exception {
        try (GoogleTestCloud cloud = described()
                .grant("roles/artifactregistry.admin", "user:admin@example.com")
                .start()) {
            GoogleClient client = new GoogleClient(cloud);

            HttpResponse<String> set = client.postAs(
                    cloud.accessToken("user:admin@example.com"),
                    REPOSITORY + "app:setIamPolicy",
                    "{\"policy\":{\"bindings\":[{\"role\":\"roles/artifactregistry.reader\",\"members\":[\"allUsers\"]}]}}");
            String pushed =
                    client.push(HOST, "acme-prod/app/web", "1.0", "oauth2accesstoken", cloud.accessToken("writer"));

            assertThat(set.body()).contains("allUsers");
            assertThat(pushed).contains("uploadArtifacts");
        }
    }
}
