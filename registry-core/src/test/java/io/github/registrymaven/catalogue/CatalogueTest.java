package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.open();

    static List<Entry> entries() {
        return CATALOGUE.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryExplainsItsOwnExample(Entry entry) throws IOException {
        Decision decision = new LogScan(CATALOGUE)
                .read(new ByteArrayInputStream(entry.example().getBytes(StandardCharsets.UTF_8)));

        Decision.Candidate decisive = Objects.requireNonNull(decision.candidate(), entry.id());
        assertThat(decisive.failure().entry().cause()).isEqualTo(entry.cause());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntryIsWhole(Entry entry) {
        assertThat(entry.means()).isIn((Object[]) Cause.values());
        assertThat(entry.alternatives()).doesNotContain(entry.means());
        assertThat(entry.rank()).isBetween(1, 4);
        assertThat(entry.source()).startsWith("https://");
        assertThat(entry.from()).isNotBlank();
        List<Wording> wordings = new ArrayList<>(entry.wordings());
        wordings.addAll(entry.statusWordings());
        assertThat(wordings).isNotEmpty();
        assertThat(wordings)
                .allSatisfy(wording -> assertThat(wording.beginning().strip())
                        .hasSizeGreaterThanOrEqualTo(3)
                        // A bare status stands in addresses, digests and ids as well.
                        .doesNotMatch("\\d+"));
    }

    @Test
    void noTwoEntriesHaveOneName() {
        assertThat(entries()).extracting(Entry::id).doesNotHaveDuplicates();
    }

    @Test
    void everyCauseHasAnEntry() {
        assertThat(entries()).extracting(Entry::means).contains(Cause.values());
    }

    static Stream<String> ordinary() throws IOException {
        try (var texts = Objects.requireNonNull(CatalogueTest.class.getResourceAsStream("ordinary.txt"))) {
            return Arrays.stream(new String(texts.readAllBytes(), StandardCharsets.UTF_8).split("\n---\n", -1));
        }
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void whatFailsForAnotherReasonIsUnknown(String text) {
        Explanation explained = new Explainer().explain("log", text);

        assertThat(explained.cause()).as(explained.matched()).isEqualTo(Cause.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "413 Payload Too Large|payload-too-large",
                "unknown: <html><head><title>413 Request Entity Too Large</title></head></html>|payload-too-large",
                "x509: certificate signed by unknown authority|tls-untrusted-certificate",
                "remote error: tls: handshake failure|tls-untrusted-certificate",
                "http: server gave HTTP response to HTTPS client|http-https-mismatch",
                "tag does not exist: team/app:1|local-image-missing",
                "digest mismatch|digest-mismatch",
                "client with IP '203.0.113.7' is not allowed access|network-restricted",
            })
    void whatOthersSayAsWellIsExplainedWhereItStandsAlone(String text, String cause) {
        assertThat(new Explainer().explain("log", text).cause().id()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // what wraps a refusal is not the refusal
                "Unable to push 'team/app:1' : denied: requested access to the resource is denied (Internal Server Error: 500)"
                        + "|permission-denied",
                "Unable to push 'team/app:1' : unauthorized: authentication required (Internal Server Error: 500)"
                        + "|credentials-missing",
                "Unable to push 'team/app:1' : name unknown: no such thing (Internal Server Error: 500)|repository-not-found",
                "Error parsing image name \"docker://registry.example.com/app:1\": reading manifest 1 in "
                        + "registry.example.com/app: unauthorized: authentication required|credentials-missing",
                "ERROR: error writing manifest blob: failed commit on ref \"sha256:1\": unexpected status from PUT request to "
                        + "https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/app/manifests/cache: 400 Bad Request"
                        + "|manifest-invalid",
                "credentials not found in native keychain|credentials-missing",
                // a daemon that answers 500 with the end of a connection
                "Unable to push 'team/app:1' : EOF (Internal Server Error: 500)|connection-reset",
                "I/O error for image [registry.example.com/team/app]:~~    javax.net.ssl.SSLHandshakeException~~"
                        + "    Remote host closed connection during handshake|connection-reset",
                "failed to fetch oauth token: Get \"https://auth.example.com/token?scope=x\": EOF|connection-reset",
                "HTTP code 401, Docker will not send auth headers over HTTP.|http-https-mismatch",
                // where podman keeps its images is no container of docker's
                "copying \"containers-storage:[overlay@/var/lib/containers/storage]team/app:1\" to "
                        + "\"docker://registry.example.com/team/app:1\": pinging container registry registry.example.com: invalid "
                        + "status code from registry 403 (Forbidden)|permission-denied",
                "copying \"containers-storage:[overlay@/var/lib/containers/storage]team/app:1\" to "
                        + "\"docker://registry.example.com/team/app:1\": pinging container registry registry.example.com: invalid "
                        + "status code from registry 404 (Not Found)|repository-not-found",
                // podman tells which registries it is about to try
                "Resolving \"golang\" using unqualified-search registries (/etc/containers/registries.conf)~~Trying to pull "
                        + "docker.io/library/golang:1.17.1...~~Error: initializing source docker://golang:1.17.1: reading manifest "
                        + "1.17.1 in docker.io/library/golang: toomanyrequests: You have reached your pull rate limit."
                        + "|rate-limited",
                // buildpacks warn so before the first push of each name
                "WARNING: image 'docker.io/team/app' not found or requires authentication to access~~ERROR: failed to export: "
                        + "saving image: denied: requested access to the resource is denied|permission-denied",
                // Jib looks for a helper that nobody asked for
                "[WARNING] The system does not have docker-credential-gcr CLI~~[ERROR] Build image failed, perhaps you should set a "
                        + "credential helper name: Unauthorized for gcr.io/acme/app: 401 Unauthorized|credentials-rejected",
                // what a helper lacks is no failure where the push goes on to fail otherwise
                "credentials not found in native keychain~~denied: permission_denied: write_package|permission-denied",
            })
    void whatWrapsAFailureIsNotTakenForIt(String text, String cause) {
        assertThat(new Explainer()
                        .explain("log", text.replace("~~", "\n"))
                        .cause()
                        .id())
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Error: Credentials could not be loaded, please check your action inputs: Could not load credentials from any "
                        + "providers|credentials-missing",
                "Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity|permission-denied",
                "Error: Username and password required|credentials-missing",
                "failed to generate Google Cloud federated token for //iam.googleapis.com/projects/1: "
                        + "{\"error\":\"unauthorized_client\",\"error_description\":\"The given credential is rejected by the "
                        + "attribute condition.\"}|permission-denied",
                "Command execution failed.: Cannot run program \"docker\" (in directory \"/srv/app\"): error=2, No such file or "
                        + "directory|daemon-unreachable",
                "Build to Docker daemon failed, perhaps you should make sure Docker is installed and you have correct privileges to "
                        + "run it|daemon-unreachable",
                "java.lang.IllegalStateException: No container runtime was found. Make sure you have either Docker or Podman "
                        + "installed in your environment.|daemon-unreachable",
                "denied: can not push artifact to a proxy project: hub-proxy|permission-denied",
                "denied: Deploying to groups is a PRO-licensed feature. See https://links.example.com/x|permission-denied",
                "Error response from daemon: Get \"https://registry.example.com/v2/\": unknown: Unauthorized|credentials-rejected",
                "denied: Quota exceeded for quota metric 'Requests per project per region' and limit 'Requests per project per "
                        + "region per minute' of service 'artifactregistry.googleapis.com'|rate-limited",
                "unknown: Datastore disk usage is too high. Contact your Artifactory administrator|quota-exceeded",
                "The SSO session associated with this profile has expired or is otherwise invalid.|credentials-expired",
                "The config profile (ci) could not be found|credentials-missing",
                "Publishing an image requires docker.publishRegistry to be configured|credentials-missing",
                "Invalid Docker publish registry configuration, either token or username/password must be provided"
                        + "|credentials-missing",
                "Connection was closed before we received a valid response from endpoint URL: "
                        + "\"https://api.ecr.eu-west-1.amazonaws.com/\".|connection-reset",
                "Run aws-actions/amazon-ecr-login@v1~~Error: Missing credentials in config|credentials-missing",
                "az acr login --name team~~AADSTS7000215: Invalid client secret provided.|credentials-rejected",
                "Looks like you don't have access to registry 'team.azurecr.io'. Are firewalls and virtual networks enabled?"
                        + "|network-restricted",
                "The push refers to repository [iad.ocir.io/tenancy/app]~~unknown: Unauthorized|credentials-rejected",
                "failed to authorize: failed to fetch oauth token: unable to decode token response: invalid character '<' looking "
                        + "for beginning of value|registry-server-error",
                "Error: loading app.tar as tarball: file manifest.json not found in tar|local-image-missing",
                "Build image failed: 404 Not Found~~PATCH https://registry.example.com/v2/team/app/blobs/uploads/98fb"
                        + "|blob-upload-unknown",
                "failed to copy index: PUT https://registry.example.com/v2/app/manifests/sha256:235b: UNSUPPORTED: The operation is "
                        + "unsupported.|manifest-invalid",
                "ERROR: (gcloud.auth.configure-docker) Error writing Docker configuration to disk: [Errno 13] Permission denied"
                        + "|credential-helper-failed",
            })
    void whatOtherToolsSayBeforeAPushIsKnown(String text, String cause) {
        assertThat(new Explainer()
                        .explain("log", text.replace("~~", "\n"))
                        .cause()
                        .id())
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "login attempt to http://192.0.2.1:5000/v2/ failed with status: 404 Not Found|the port of the registry itself",
                "unauthorized: reqPackageAccess|write:package",
                "name unknown: The repository with name '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app' does not exist in the "
                        + "registry with id '123456789012'|without the registry's host",
                "failed to create registry.example.com/team/app:1: registry.example.com/team/app:1-arm64 is a manifest list"
                        + "|--provenance=false",
                "denied: registry is in read-only mode|Push to the registry that takes pushes",
                "denied: can not push artifact to a proxy project: hub-proxy|Push to the hosted repository or project",
                "Get \"https://registry.example.com/v2/\": remote error: tls: bad certificate|Give the client a certificate",
                "An error occurred (UnrecognizedClientException) when calling the GetAuthorizationToken operation"
                        + "|Replace AWS_ACCESS_KEY_ID",
                "Unable to locate credentials. You can configure credentials by running \"aws configure\".|id-token: write",
                "AADSTS7000215: Invalid client secret provided. az acr login failed|az ad app credential reset",
                "failed to push to destination registry.example.com/team/app:1: MANIFEST_INVALID: manifest invalid; "
                        + "map[description:HTTP 403 Forbidden]|under a new tag",
                "Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity|trust policy",
                "name invalid: Missing image name. Pushes should be of the form docker push HOST-NAME/PROJECT-ID/REPOSITORY/IMAGE"
                        + "|all four parts",
            })
    void whatIsSpecialIsMendedInItsOwnWay(String text, String fix) {
        assertThat(new Explainer().explain("log", text).remedies())
                .isNotEmpty()
                .first()
                .asString()
                .contains(fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app|PUT|manifests/sha256:1eb8|403 Forbidden|QUOTA_EXCEEDED",
                "quay.io/team/app|HEAD|blobs/sha256:063f|401 UNAUTHORIZED|REPOSITORY_NOT_FOUND",
            })
    void whatARegistryRefusesWithoutAReasonCouldBeMoreThanAPermission(
            String image, String method, String path, String status, Cause other) {
        String url = "https://" + image.replaceFirst("/", "/v2/") + "/" + path;

        Explanation explained = new Explainer()
                .explain(
                        "log",
                        "failed to push " + image + ":1: unexpected status from " + method + " request to " + url + ": "
                                + status);

        assertThat(explained.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(explained.alternatives()).contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak", "liquibase", "flyway", "terraform", "spring-web", "sqlserver"})
    void anImageMayBeNamedAfterAnotherProgram(String name) {
        Explanation explained = new Explainer()
                .explain(
                        "log",
                        "failed to push registry.example.com/team/" + name
                                + ":1: unexpected status from POST request to https://registry.example.com/v2/team/"
                                + name
                                + "/blobs/uploads/: 403 Forbidden");

        assertThat(explained.cause()).isEqualTo(Cause.PERMISSION_DENIED);
    }

    @Test
    void whatAHelperDoesNotHaveIsNeverCertain() {
        assertThat(new Explainer()
                        .explain("log", "credentials not found in native keychain")
                        .confidence())
                .isEqualTo(Confidence.GUESS);
    }

    @Test
    void whatAProgramOfAnyKindPrintsHasToBeOfImages() {
        Explainer explainer = new Explainer();
        String elsewhere = "Get \"https://updates.example.com/\": x509: certificate signed by unknown authority\n";

        assertThat(explainer.explainProgram("exec", elsewhere).isKnown()).isFalse();
        assertThat(explainer.explainProgram("exec", "413 Payload Too Large").isKnown())
                .isFalse();
        assertThat(explainer
                        .explainProgram("exec", elsewhere.replace("updates.example.com/", "registry.example.com/v2/"))
                        .cause())
                .isEqualTo(Cause.TLS_UNTRUSTED_CERTIFICATE);
        assertThat(explainer
                        .explainProgram("exec", "Cannot connect to the Docker daemon. Is the docker daemon running?")
                        .cause())
                .isEqualTo(Cause.DAEMON_UNREACHABLE);
    }
}
