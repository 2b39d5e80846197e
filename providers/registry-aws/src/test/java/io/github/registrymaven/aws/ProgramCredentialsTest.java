package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Profiles with a {@code credential_process}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a script of sh")
class ProgramCredentialsTest {
    private static final String KEYS = "{\"Version\": 1, \"AccessKeyId\": \"ASIAPLANTED\", \"SecretAccessKey\":"
            + " \"planted-secret\", \"SessionToken\": \"planted-token\", \"Expiration\": \"2100-01-01T00:00:00Z\"}";

    @TempDir
    private Path home;

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws().repository("team/app");
        aws.on(
                "GetAuthorizationToken",
                body -> FakeAws.json("{\"authorizationData\":[{\"authorizationToken\":"
                        + "\"QVdTOnBsYW50ZWQ=\",\"expiresAt\":1767268800}]}"));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Build build(String script) throws IOException {
        Path program = home.resolve("vault.sh");
        Files.writeString(program, script);
        Path folder = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(folder.resolve("config"), "[default]\ncredential_process = sh " + program + "\n");
        return new Build(home, aws.url()).without("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    }

    private CredentialLookup.Failed failed(Build build) throws InterruptedException {
        CredentialLookup lookup = build.logIn();
        assertThat(lookup).isInstanceOf(CredentialLookup.Failed.class);
        return (CredentialLookup.Failed) lookup;
    }

    @Test
    void whatTheProgramPrintsIsUsed() throws Exception {
        assertThat(build("echo '" + KEYS + "'").logIn()).isInstanceOf(CredentialLookup.Found.class);
    }

    @Test
    void theProgramIsRunOnceForManyQuestions() throws Exception {
        Path runs = home.resolve("runs");

        build("echo run >> " + runs + "\necho '" + KEYS + "'").ask();

        assertThat(Files.readAllLines(runs)).containsExactly("run");
    }

    @Test
    void aProgramThatDoesNotEndIsEndedWithTheTime() throws Exception {
        Build build = build("exec sleep 300");

        CredentialLookup.Failed late = failed(build.timeout(Duration.ofSeconds(1), Duration.ofSeconds(2)));

        assertThat(late.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
        assertThat(late.summary()).contains("the program of credential_process gave no answer in 1 s and was ended");
    }

    @Test
    void whatTheProgramSaysWhenItFailsIsTold() throws Exception {
        CredentialLookup.Failed failed = failed(build("echo the session of ann is over >&2\nexit 3"));

        assertThat(failed.cause()).isEqualTo(Cause.CREDENTIAL_HELPER_FAILED);
        assertThat(failed.summary()).contains("the program of credential_process ended with status 3");
        assertThat(failed.evidence()).contains("it said: the session of ann is over");
    }

    @Test
    void whatItPrintsAndIsNotUnderstoodIsNotShown() throws Exception {
        for (String printed : List.of("planted-secret", KEYS.replace("1,", "2,"), "[]", "{}")) {
            CredentialLookup.Failed failed = failed(build("echo '" + printed + "'"));

            assertThat(failed.summary()).contains("the program of credential_process printed no credentials");
            assertThat(failed.toString()).doesNotContain("planted");
        }
    }
}
