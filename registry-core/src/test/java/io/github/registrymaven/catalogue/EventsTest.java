package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
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
