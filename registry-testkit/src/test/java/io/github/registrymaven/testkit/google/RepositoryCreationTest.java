package io.github.registrymaven.testkit.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A repository is made by an operation. Its form is documented; the words of the errors are guesses. */
class RepositoryCreationTest {
    private static final String PATH = "/v1/projects/acme-prod/locations/europe-west3/repositories";
    private static final String BODY = "{\"format\":\"DOCKER\",\"dockerConfig\":{\"immutableTags\":true}}";

    private static GoogleTestCloudBuilder described() {
        return GoogleTestCloud.builder()
                .account("admin")
                .account("reader")
                .grant("roles/artifactregistry.admin", "admin")
                .grant("roles/artifactregistry.reader", "reader")
                .repository("app");
    }

    @Test
    void isUnderWayFirstAndThenThere() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String token = cloud.accessToken("admin");

            HttpResponse<String> begun = client.postAs(token, PATH + "?repositoryId=new", BODY);
            String operation = "/v1/" + GoogleJson.text(GoogleJson.parse(begun.body()), "name");
            String first = client.getAs(token, operation).body();
            String second = client.getAs(token, operation).body();

            assertThat(begun.body()).doesNotContain("\"done\"");
            assertThat(first).doesNotContain("\"done\"");
            assertThat(second).contains("\"done\":true", "\"immutableTags\":true");
            assertThat(client.getAs(token, PATH + "/new").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isRefusedToWhoMayNotAndWhereThereIsOne() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            GoogleClient client = new GoogleClient(cloud);

            HttpResponse<String> denied = client.postAs(cloud.accessToken("reader"), PATH + "?repositoryId=new", BODY);
            HttpResponse<String> twice = client.postAs(cloud.accessToken("admin"), PATH + "?repositoryId=app", BODY);
            HttpResponse<String> nameless = client.postAs(cloud.accessToken("admin"), PATH + "?repositoryId=", BODY);

            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.body()).contains("artifactregistry.repositories.create");
            assertThat(twice.statusCode()).isEqualTo(409);
            assertThat(twice.body()).contains("ALREADY_EXISTS");
            assertThat(nameless.statusCode()).isEqualTo(400);
        }
    }
}
