package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mends a failure where the tool of the log does it: nobody can type a password in a job, or run docker in kaniko. */
class ToolRemediesTest {
    private static String remediesOf(String log) {
        return new Explainer().explain("log", log).remedies().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registry.example.com/team/app|\\\"registry.example.com\\\"",
                "docker.io/team/app|\\\"https://index.docker.io/v1/\\\"",
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app|ecr-login",
                "europe-docker.pkg.dev/proj/repo/app|\"gcr\"",
            })
    void kanikoIsGivenTheFileThatItReads(String image, String name) {
        String remedies = remediesOf(
                "error checking push permissions -- make sure you entered the correct tag name: checking push "
                        + "permission for \"" + image + ":1\": UNAUTHORIZED: authentication required");

        assertThat(remedies)
                .contains("/kaniko/.docker/config.json", name)
                .doesNotContain("docker login", "configure-docker", "settings.xml");
    }

    @Test
    void podmanLogsInItself() {
        assertThat(remediesOf("$ buildah push registry.example.com/team/app:1\n"
                        + "Error: writing blob: initiating layer upload to /v2/team/app/blobs/uploads/ in registry.example.com: "
                        + "unauthorized: authentication required\n"))
                .contains("podman login registry.example.com")
                .doesNotContain("docker login", "settings.xml");
    }

    @Test
    void jibIsLetSendTheLoginWhereItIsAllowedPlainHttpAlready() {
        Explanation explained = new Explainer()
                .explain(
                        "log",
                        "Build image failed, perhaps you should use a registry that supports HTTPS so credentials can be sent "
                                + "safely, or set the 'sendCredentialsOverHttp' system property to true: Required credentials "
                                + "for 127.0.0.1:5601/team/app were not sent because the connection was over HTTP");

        assertThat(explained.facts()).containsEntry("host", "127.0.0.1:5601").containsEntry("repository", "team/app");
        assertThat(explained.remedies().toString())
                .contains("-DsendCredentialsOverHttp=true")
                .doesNotContain("insecureRegistries", "daemon.json", "buildx");
    }

    @Test
    void aWorkflowLogsInWithAStep() {
        String failed =
                "Error: buildx failed with: ERROR: failed to push %s:1: unauthorized: authentication required\n";

        assertThat(remediesOf(failed.formatted("ghcr.io/team/app")))
                .contains("docker/login-action", "packages: write", "secrets.GITHUB_TOKEN")
                .doesNotContain("docker login ");
        assertThat(remediesOf(failed.formatted("registry.example.com/team/app")))
                .contains("registry: registry.example.com")
                .doesNotContain("docker login ");
    }

    @Test
    void aWorkflowMayBeLetWritePackages() {
        assertThat(
                        remediesOf(
                                "denied: installation not allowed to Write organization package\nfailed to push ghcr.io/team/app:1"))
                .contains("packages: write", "Manage Actions access");
    }

    @Test
    void nobodyIsAskedToTypeInAJob() {
        String failed = """
                Error response from daemon: Get "https://%s/v2/": unauthorized: authentication required
                ERROR: Job failed: exit code 1
                """;

        assertThat(remediesOf(failed.formatted("registry.gitlab.com")))
                .contains("$CI_REGISTRY_PASSWORD", "--password-stdin registry.gitlab.com");
        assertThat(remediesOf(failed.formatted("registry.example.com")))
                .contains("--password-stdin registry.example.com")
                .doesNotContain("docker login registry.example.com");
    }

    @Test
    void aRegistryThatManyUseIsNotAskedToLetOneIn() {
        assertThat(remediesOf(
                        "The push refers to repository [registry.gitlab.com/team/app]\ndenied: access forbidden\n"))
                .contains("Developer", "write_registry")
                .doesNotContain("Ask whoever");
        assertThat(remediesOf(
                        "initiating layer upload to /v2/team/app/blobs/uploads/ in quay.io: unauthorized: access to the "
                                + "requested resource is not authorized"))
                .contains("Write in the settings of team/app on Quay")
                .doesNotContain("Ask whoever");
    }

    @Test
    void aLogThatNamesNoToolIsMendedByHand() {
        assertThat(remediesOf("docker push registry.example.com/team/app:1\nno basic auth credentials\n"))
                .contains("docker login registry.example.com", "settings.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "gcr.io/acme/base,roles/artifactregistry.reader",
        "europe-docker.pkg.dev/acme/team/base,roles/artifactregistry.reader",
        "acme.azurecr.io/base,AcrPull",
        "ghcr.io/team/base,read:packages",
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com/base,ecr:GetDownloadUrlForLayer",
        "registry.example.com/team/base,to read team/base",
    })
    void whoMayNotPullIsGivenTheRightToReadAndNoneToWrite(String image, String right) {
        String failed = "failed to pull " + image + ":1: denied: requested access to the resource is denied";

        Explanation refused = new Explainer().explain("log", failed);

        assertThat(refused.headline()).isEqualTo("refuses the pull: this identity may not read there");
        assertThat(refused.summary()).doesNotContain("may not push");
        assertThat(refused.remedies().toString())
                .contains(right)
                .doesNotContain("write", "AcrPush", "PutImage", "allow the identity that pushes");
    }

    @Test
    void whoMayNotPushIsGivenTheRightToWrite() {
        assertThat(remediesOf(
                        "failed to push acme.azurecr.io/app:1: denied: requested access to the resource is denied"))
                .contains("AcrPush")
                .doesNotContain("AcrPull");
    }

    @Test
    void whatIsNotThereToBePulledIsNotMendedByCreatingIt() {
        String missing =
                ": name unknown: The repository with name 'base' does not exist in the registry with id '123456789012'";
        String image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/base:1";

        Explanation pulled = new Explainer().explain("log", "failed to pull " + image + missing);

        assertThat(pulled.headline()).isEqualTo("knows no such repository to pull from");
        assertThat(pulled.remedies().toString()).contains("Correct the name").doesNotContain("create");
        assertThat(remediesOf("failed to push " + image + missing)).contains("aws ecr create-repository");
    }
}
