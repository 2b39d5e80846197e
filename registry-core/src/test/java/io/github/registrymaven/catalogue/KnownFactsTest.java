package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFactsTest {
    private final Explainer explainer = new Explainer();

    @ParameterizedTest
    @ValueSource(strings = {"harbor-registry", "container_registry", "testkit"})
    void takesNoTokenServicesNameForAHost(String service) {
        Explanation read = explainer.explain(
                "log",
                "GET https://harbor.example.com/service/token?service=" + service
                        + "&scope=repository:team/app:pull,push\n"
                        + "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"incorrect username or password\"}]}\n");

        assertThat(read.facts().get("host")).isNotEqualTo(service);
    }

    @Test
    void takesTheServiceOfDockerHubForDockerHub() {
        Explanation read = explainer.explain("log", """
                GET https://auth.docker.io/token?service=registry.docker.io&scope=repository:team/app:pull,push
                {"details":"incorrect username or password"}
                """);

        assertThat(read.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(read.facts()).containsEntry("host", "docker.io");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Tried to retrieve authentication method for registry.example.com/app but failed because: registry returned error "
                        + "code 404|registry.example.com/app",
                "Push to docker failed: Unknown host registry.example.test|registry.example.test",
                "Error: logging into \"registry.example.com\": invalid username/password|registry.example.com",
                "invalid tag \"registry.example.com/Team/App\": repository name must be lowercase|registry.example.com/Team/App",
                "Invalid image reference registry.example.com/Team/app:1.0, perhaps you should check that the reference is formatted "
                        + "correctly|registry.example.com/Team/app",
                "trying to reuse blob sha256:1 at destination: checking whether a blob sha256:1 exists in "
                        + "registry.example.com/team/app: unauthorized: authentication required|registry.example.com/team/app",
                "Unable to push 'app:1' to registry 'registry.example.com/team' : denied: requested access to the resource is denied"
                        + "|registry.example.com",
                "Tried to push BLOB for registry.example.com/local/team/app with digest sha256:8a1d but failed because: unknown: Item "
                        + "local:team/app/_uploads/4dbc does not exist|registry.example.com/local/team/app",
                "Failed to push image: Get https://registry.example.test:5000/v1/_ping: dial tcp 192.0.2.7:5000: getsockopt: no "
                        + "route to host|registry.example.test:5000",
                "Docker API call to 'localhost/v1.24/images/create?fromImage=registry.example.com%2Fteam%2Fbuilder%3A2' failed with "
                        + "status code 500 \"Internal Server Error\"|registry.example.com/team/builder:2",
                "Tried to retrieve authentication method for 192.0.2.3:8404 but failed because: registry returned error code "
                        + "404|192.0.2.3:8404",
            })
    void takesTheNamesOutOfSentencesThatAreNoPushOrPull(String text, String subject) {
        assertThat(explainer.explain("log", text).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Pushing 192.0.2.4:5000/team/app:1 image ...##Error: build error: Failed to push image. Response from registry is: "
                        + "write tcp 192.0.2.4:5000: connection timed out|192.0.2.4:5000/team/app:1",
                "Pushing image 192.0.2.4:5000/team/app:1 ...##error: build error: Failed to push image: unauthorized: "
                        + "authentication required|192.0.2.4:5000/team/app:1",
                "#20 [auth] team/app:pull,push token for registry.example.com###20 DONE 0.0s###19 ERROR: failed to authorize: "
                        + "failed to fetch oauth token: unexpected status: 403 Forbidden|registry.example.com/team/app",
                "denied: Permission 'artifactregistry.repositories.uploadArtifacts' denied on resource (or it may not exist).##"
                        + "ERROR: error pushing image \"us-docker.pkg.dev/acme/team/app:1\": retry budget exhausted (10 attempts)"
                        + "|us-docker.pkg.dev/acme/team/app:1",
                "uploading manifest 1 to registry.example.com/team/app: unknown: artifact team/app@sha256:1eb8 not found"
                        + "|registry.example.com/team/app:1",
                "PUT https://registry.example.com/v2/team/app/manifests/sha256-1eb8.sig: NOT_FOUND: artifact "
                        + "team/app@sha256:1eb8 not found|registry.example.com/team/app:sha256-1eb8.sig",
            })
    void takesTheImageOutOfWhatStandsAroundTheFailure(String text, String subject) {
        assertThat(explainer.explain("log", text.replace("##", "\n")).subject()).isEqualTo(subject);
    }

    @Test
    void takesNoCoordinatesOfMavenForAProject() {
        Explanation read = explainer.explain("log", """
                Could not resolve dependencies for project com.example:app:jar:1.0
                denied: requested access to the resource is denied
                """);

        assertThat(read.facts()).doesNotContainKey("project");
    }

    @Test
    void anImageThatWasPushedIsNotWhatFailedAfterwards() {
        Explanation read = explainer.explain("log", """
                #18 pushing manifest for ghcr.io/team/shop:1.2@sha256:9d2a 0.9s done
                #18 DONE 4.4s
                GET https://ghcr.io/v2/scanner/database/manifests/2: TOOMANYREQUESTS: retry later
                """);

        assertThat(read.subject()).isEqualTo("ghcr.io/scanner/database:2");
        assertThat(read.facts()).doesNotContainKeys("operation", "time");
    }

    @Test
    void theImageOfAPushIsNotWhatAMirrorCallsIt() {
        Explanation read = explainer.explain("log", """
                The push refers to repository [registry.example.com/team/app]
                Put "https://registry.example.com/v2/team/app/manifests/1": dial tcp 192.0.2.7:443: connect: connection refused
                """);

        assertThat(read.facts()).containsEntry("repository", "team/app").containsEntry("operation", "push");
    }

    @Test
    void takesNoPartOfANameForTheName() {
        assertThat(explainer
                        .explain("log", "invalid tag \"team/App\": repository name must be lowercase")
                        .subject())
                .isNull();
    }

    @Test
    void namesThatComeFromElsewhereStandInWhatMendsIt() {
        Explanation read =
                explainer.explain("log", "413 Payload Too Large").about("registry.example.com", "team/app", "1");

        assertThat(read.remedies()).isNotEmpty();
        assertThat(read.remedies().toString()).contains("registry.example.com").doesNotContain("REGISTRY");
    }

    @Test
    void doesNotCallAnErrorOfAnImageAPull() {
        Explanation read = explainer.explain(
                "log",
                "I/O error for image [registry.example.com/team/app]: java.net.SocketTimeoutException Read timed out");

        assertThat(read.subject()).isEqualTo("registry.example.com/team/app");
        assertThat(read.facts()).doesNotContainKey("operation");
    }

    @Test
    void takesTheServiceThatIsNamedByItsHost() {
        Explanation read = explainer.explain("log", """
                failed to fetch oauth token: unexpected status: 401 Unauthorized, service=ghcr.io&scope=repository:team/app:push
                denied: denied
                """);

        assertThat(read.facts()).containsEntry("host", "ghcr.io");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The push refers to repository [***.dkr.ecr.eu-west-1.amazonaws.com/team/app]~~no basic auth credentials"
                        + "|aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin "
                        + "ACCOUNT.dkr.ecr.eu-west-1.amazonaws.com",
                "failed to push ***.dkr.ecr.***.amazonaws.com/***:1: no basic auth credentials"
                        + "|aws ecr get-login-password --region REGION | docker login --username AWS --password-stdin "
                        + "ACCOUNT.dkr.ecr.REGION.amazonaws.com",
                "failed to push xxxx.dkr.ecr.eu-west-1.amazonaws.com/app:1: no basic auth credentials"
                        + "|aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin "
                        + "xxxx.dkr.ecr.eu-west-1.amazonaws.com",
                "The push refers to repository [***.azurecr.io/app]~~unauthorized: authentication required"
                        + "|az acr login --name REGISTRY",
                "failed to push ghcr.io/TEAM/app:1: denied: denied|write:packages",
                "failed to push ghcr.io/***/app:1: unexpected status from HEAD request to https://ghcr.io/v2/***/app/blobs/"
                        + "sha256:1: 403 Forbidden|write:packages",
            })
    void knowsWhoseRegistryItIsWhereItsOwnersNameIsBlottedOut(String textAndCommand) {
        String[] parts = textAndCommand.split("\\|", 2);
        Explanation read = explainer.explain("log", parts[0].replace("~~", "\n"));

        assertThat(read.remedies().toString()).contains(parts[1]);
        assertThat(read.facts().toString()).doesNotContain("*", "000000000000");
    }

    @Test
    void takesTheRepositoryOutOfANameWhoseAccountIsBlottedOut() {
        Explanation read = explainer.explain(
                "log",
                "The push refers to repository [***.dkr.ecr.eu-west-1.amazonaws.com/team/app]\n"
                        + "no basic auth credentials");

        assertThat(read.facts())
                .containsEntry("repository", "team/app")
                .containsEntry("region", "eu-west-1")
                .doesNotContainKeys("account", "host");
    }

    @Test
    void inventsNoProjectForAHost() {
        Explanation read = explainer.explain(
                "log",
                "failed to push europe-west3-docker.pkg.dev/***: unexpected status from GET request to "
                        + "https://europe-west3-docker.pkg.dev/v2/token?scope=x: 403 Forbidden");

        assertThat(read.facts())
                .containsEntry("host", "europe-west3-docker.pkg.dev")
                .doesNotContainKeys("project", "repository");
        assertThat(read.remedies().toString()).contains("--project=PROJECT --location=europe-west3");
    }

    @Test
    void takesNoDigestForATag() {
        Explanation read = explainer.explain(
                "log",
                "HEAD https://registry.example.com/v2/team/app/manifests/sha256:2df5: unexpected status code 401 Unauthorized");

        assertThat(read.facts()).containsEntry("repository", "team/app").doesNotContainKey("tag");
    }

    @ParameterizedTest
    @CsvSource({"http,http", "https,https"})
    void looksByHandAsTheLogSpeaksToTheRegistry(String logged, String told) {
        Explanation read = explainer.explain(
                "log",
                "failed to do request: Head \"" + logged
                        + "://registry.example.com:5000/v2/app/blobs/sha256:1\": received unexpected HTTP status: 503 Service "
                        + "Unavailable");

        assertThat(read.remedies().toString()).contains(" " + told + "://registry.example.com:5000/v2/");
    }

    @Test
    void takesTheHostThatWasAskedForTheRegistryOfANameThatHasNone() {
        Explanation read = explainer.explain(
                "log",
                "failed to push team/app:1: failed to do request: Head \"https://mirror.example.com/v2/team/app/blobs/sha256:1\": "
                        + "x509: certificate signed by unknown authority");

        assertThat(read.subject()).isEqualTo("mirror.example.com/team/app");
        assertThat(read.remedies().toString()).contains("/etc/docker/certs.d/mirror.example.com");
    }

    @Test
    void leavesToDockerHubWhatIsServedFromItsOtherHosts() {
        Explanation read = explainer.explain(
                "log",
                "failed to push team/app:1: failed to do request: Head \"https://registry-1.docker.io/v2/team/app/blobs/sha256:1\": "
                        + "x509: certificate signed by unknown authority");

        assertThat(read.facts()).containsEntry("host", "docker.io");
    }
}
