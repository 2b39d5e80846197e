package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several failures in a log decided, and which image it was of. */
class EventsTest {
    private static final String UNTRUSTED =
            "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to "
                    + "requested target\n\tat com.example.image.ImageClientTest.refuses(ImageClientTest.java:31)\n";
    private static final String DENIED = "denied: requested access to the resource is denied\n";

    private final Explainer explainer = new Explainer();

    private Explanation explain(String text) {
        return explainer.explain("log", text);
    }

    private static String tests(String noise, int errors) {
        return "[INFO]  T E S T S\n[INFO] Running com.example.image.ImageClientTest\n" + noise
                + "[INFO] Tests run: 4, Failures: 0, Errors: " + errors + ", Skipped: 0, Time elapsed: 0.4 s\n"
                + "[INFO] Results:\n[INFO] \n[INFO] Tests run: 4, Failures: 0, Errors: " + errors + ", Skipped: 0\n";
    }

    @Test
    void whatPassedTestsPrintIsNoFailure() {
        assertThat(explain(tests(UNTRUSTED, 0)).isKnown()).isFalse();
        assertThat(explain(tests("a line of a test\n".repeat(4_000) + UNTRUSTED + "another line\n".repeat(4_000), 0))
                        .isKnown())
                .isFalse();
    }

    @Test
    void whatAFailedTestMetStays() {
        String noise =
                "com.example.RegistryIT: Get \"https://registry.example.com/v2/\": toomanyrequests: Rate exceeded\n";

        assertThat(explain(tests(noise, 1)).cause()).isEqualTo(Cause.RATE_LIMITED);
    }

    @Test
    void aPushThatFailedBeforeTheTestsOfAnotherModuleStays() {
        String text =
                "[INFO] --- jib:3.4.0:build (default) @ web ---\nContainerizing application to ghcr.io/team/web:1\n"
                        + "denied: permission_denied: write_package\n" + tests(UNTRUSTED, 0);

        assertThat(explain(text).cause()).isEqualTo(Cause.PERMISSION_DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ docker push ghcr.io/team/app:1\n",
                "Run docker push ghcr.io/team/app:1\n",
                "The push refers to repository [ghcr.io/team/app]\n",
                "[INFO] --- jib:3.4.0:build (default) @ app ---\n[INFO] Containerizing application to ghcr.io/team/app:1...\n"
            })
    void whatFailedBeforeThePushBeganIsAnotherMatter(String begin) {
        Explanation explained = explain(UNTRUSTED + begin + DENIED);

        assertThat(explained.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(explained.facts()).containsEntry("host", "ghcr.io").containsEntry("repository", "team/app");
        assertThat(explained.alternatives()).doesNotContain(Cause.TLS_UNTRUSTED_CERTIFICATE);
    }

    @Test
    void aLoginThatWasRefusedBeforeThePushStaysTheReason() {
        Explanation explained = explain(
                "Error response from daemon: Get \"https://ghcr.io/v2/\": unauthorized: incorrect username or password\n"
                        + "$ docker push ghcr.io/team/app:1\n" + DENIED);

        assertThat(explained.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
    }

    @Test
    void anImageThatIsPushedLaterIsNotThatOfAnEarlierFailure() {
        Explanation explained =
                explain("Get \"https://one.example.com/v2/\": unauthorized: incorrect username or password\n"
                        + "$ docker push two.example.com/team/app:1\n" + DENIED);

        assertThat(explained.facts()).containsEntry("host", "one.example.com").doesNotContainKey("repository");
    }

    @Test
    void theErrorsOfAProgramMayComeBeforeWhatItSaysOtherwise() {
        Explanation explained = explain(DENIED + "The push refers to repository [registry.example.com/team/app]\n");

        assertThat(explained.subject()).isEqualTo("registry.example.com/team/app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The push refers to repository [ghcr.io/team/app]\n1: digest: sha256:1eb8 size: 1234\n",
                "$ docker login ghcr.io\nLogin Succeeded\n",
                "Containerizing application to ghcr.io/team/app\nBuilt and pushed image as ghcr.io/team/app\n",
                "#12 pushing layers 2.3s done\n#12 pushing manifest for ghcr.io/team/app:1@sha256:1eb8 0.7s done\n",
                "INFO[0042] Pushing image to ghcr.io/team/app:1\nINFO[0043] Pushed ghcr.io/team/app@sha256:1eb8\n",
                "DOCKER> The push refers to repository [ghcr.io/team/app]\nDOCKER> Pushed ghcr.io/team/app:1 in 5 seconds\n",
                "$ docker pull ghcr.io/team/base\nStatus: Downloaded newer image for ghcr.io/team/base:latest\n",
                "Step 1/8 : FROM ghcr.io/team/base\n ---> aabbcc\nStep 2/8 : RUN ./build.sh\n ---> Running in abcdef\n",
            })
    void whatFailsAfterAPushOrLoginThatWorkedIsAnotherMatter(String worked) {
        for (String failure : List.of(
                "scp: /srv/www/app.jar: Permission denied",
                "wget: server returned error: HTTP/1.1 403 Forbidden",
                "java.net.SocketTimeoutException: Read timed out",
                "rsync: connection unexpectedly closed (0 bytes received so far)",
                "An error occurred (AccessDeniedException) when calling the UpdateService operation: User: "
                        + "arn:aws:iam::123456789012:user/ci is not authorized to perform: ecs:UpdateService")) {
            assertThat(explain(worked + failure).isKnown()).as(failure).isFalse();
            assertThat(explainer.explainProgram("exec", worked + failure).isKnown())
                    .as(failure)
                    .isFalse();
        }
        assertThat(explain(worked + "$ docker push ghcr.io/team/app:2\n" + DENIED)
                        .cause())
                .isEqualTo(Cause.PERMISSION_DENIED);
    }

    @Test
    void whatWasTriedAgainAndThenPushedIsNoFailure() {
        String pushed = "INFO[0033] Pushing image to ghcr.io/team/app:1\n"
                + "WARN[0034] retrying operation due to: PATCH https://ghcr.io/v2/team/app/blobs/uploads/aa: unexpected status "
                + "code 500 Internal Server Error\nINFO[0044] Pushed ghcr.io/team/app@sha256:1eb8\n";

        assertThat(explain(pushed + "curl: (22) The requested URL returned error: 403")
                        .isKnown())
                .isFalse();
        assertThat(explain(DENIED + pushed).cause()).isEqualTo(Cause.PERMISSION_DENIED);
    }

    @Test
    void whatTheDaemonDoesNotContinueAfterIsTheReason() {
        Explanation explained = explain(
                "level=error msg=\"Not continuing with pull after error: denied: Your Authorization Token has expired. Please run "
                        + "'aws ecr get-login --no-include-email' to fetch a new one.\"\n"
                        + "level=error msg=\"pulling image failed\" error=\"pull access denied for "
                        + "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app, repository does not exist or may require "
                        + "'docker login'\"\n");

        assertThat(explained.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#8 ERROR: process \"/bin/sh -c ./mvnw -B verify\" did not complete successfully: exit code: 1",
                "The command '/bin/sh -c ./mvnw -B verify' returned a non-zero code: 1",
                "Error: building at STEP \"RUN ./mvnw -B verify\": while running runtime: exit status 1",
            })
    void whatACommandOfADockerfilePrintsIsOfThatCommand(String end) {
        String step =
                "#2 [internal] load metadata for docker.io/library/eclipse-temurin:21\n#8 [4/7] RUN ./mvnw -B verify\n";

        for (String printed : List.of(
                "Could not transfer from https://maven.example.com/app.jar: 403 Forbidden",
                "javax.net.ssl.SSLHandshakeException: PKIX path building failed",
                "java.net.ConnectException: Connection refused")) {
            Explanation explained = explain(step + "#8 12.34 " + printed + "\n" + end);

            assertThat(explained.isKnown()).as(printed).isFalse();
            assertThat(explained.summary()).contains("A command of the Dockerfile failed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMAGE=ghcr.io/team/app:1\n+ ./smoke-test.sh\nHTTP/1.1 503 Service Unavailable",
                "+ docker run --rm ghcr.io/team/app:1\n+ sftp deploy@host.example.com\nConnection reset by peer",
                "$ docker push ghcr.io/team/app:1\n$ kubectl set image deployment/app app=ghcr.io/team/app:1\n"
                        + "error: dial tcp 192.0.2.1:6443: i/o timeout",
                "[INFO] --- jib:3.4.0:build (default) @ app ---\n[INFO] Containerizing application to ghcr.io/team/app\n"
                        + "[INFO] --- exec:3.1.0:exec (smoke) @ app ---\n[ERROR] 403 Forbidden",
                "> Task :jib\nPushing image to ghcr.io/team/app:1\n> Task :smokeTest\njava.net.ConnectException: Connection refused",
                "ECR_URL=123456789012.dkr.ecr.eu-west-1.amazonaws.com\n+ aws ssm get-parameter --name /app/db\nAn error occurred "
                        + "(AccessDeniedException) when calling the GetParameter operation",
            })
    void whatAnotherStepSaysIsNotOfThePush(String text) {
        assertThat(explain(text).isKnown()).isFalse();
    }

    @Test
    void whatTheStepOfAPushSaysIsOfThePush() {
        assertThat(explain("+ ./prepare.sh\n+ docker push ghcr.io/team/app:1\nConnection reset by peer\n+ exit 1\n")
                        .cause())
                .isEqualTo(Cause.CONNECTION_RESET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error: build error: Failed to push image: unauthorized: authentication required",
                "Unable to push image: denied: requested access to the resource is denied",
                "docker push failed: unauthorized: authentication required",
                "docker push command failed: denied: requested access to the resource is denied",
                "The base image requires auth. 401 Unauthorized: unauthorized: authentication required",
            })
    void takesNoWordForAnImage(String text) {
        assertThat(explain(text).isKnown()).isTrue();
        assertThat(explain(text).subject()).isNull();
    }
}
