package io.github.registrymaven.credential;

import static io.github.registrymaven.credential.Home.auth;
import static io.github.registrymaven.credential.Home.base64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenConfigTest {
    private final Home home;

    BrokenConfigTest(@TempDir Path temp) {
        home = new Home(temp);
    }

    @Test
    void namesFileLineAndColumnOfMalformedJson() throws InterruptedException {
        home.dockerConfig("{\n  \"auths\": {\n    \"ghcr.io\": oops\n  }\n}\n");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(failed.summary())
                .isEqualTo("The credentials file ~/.docker/config.json is not JSON (line 3, column 16).");
        assertThat(failed.remedies().get(0).title()).contains("~/.docker/config.json", "ghcr.io");
        assertThat(failed.lookedAt()).last().asString().contains("is not JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'auths':{}}",
                "{\"auths\":{},}",
                "// comment\n{}",
                "[]",
                "\"text\"",
                "{\"auths\":[]}",
                "{\"credHelpers\":\"x\"}",
                "{\"credHelpers\":{\"ghcr.io\":1}}",
                "{\"credsStore\":{}}"
            })
    void refusesWhatDockerRefuses(String json) throws InterruptedException {
        home.dockerConfig(json);

        assertThat(home.failed("ghcr.io").summary()).startsWith("The credentials file ~/.docker/config.json ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "{}", "{\"auths\":null,\"credHelpers\":null,\"credsStore\":null}", "{} trailing"})
    void takesWhatDockerTakes(String json) throws InterruptedException {
        home.dockerConfig(json);

        home.none("ghcr.io");
    }

    @Test
    void refusesNestingThatIsDeeperThanAnyConfig() throws InterruptedException {
        home.dockerConfig("{\"auths\":" + "[".repeat(100_000));

        assertThat(home.failed("ghcr.io").summary()).contains("is not JSON");
    }

    @Test
    void refusesAFileLargerThanOneMebibyte() throws InterruptedException {
        home.dockerConfig("{\"auths\":{}}" + " ".repeat(ConfigFiles.BOUND));

        assertThat(home.failed("ghcr.io").summary()).contains("is larger than 1 MiB");
    }

    @Test
    void saysThatTheFileIsInTheEncodingOfWindowsPowerShell() throws InterruptedException, IOException {
        home.dockerConfig("");
        byte[] utf16 = "\ufeff{}".getBytes(StandardCharsets.UTF_16LE);
        Files.write(home.folder.resolve(".docker/config.json"), utf16);

        assertThat(home.failed("ghcr.io").summary()).contains("is UTF-16 text");
    }

    @Test
    void saysThatTheFileIsAFolder() throws InterruptedException, IOException {
        Files.createDirectories(home.folder.resolve(".docker/config.json"));

        assertThat(home.failed("ghcr.io").summary())
                .isEqualTo("The credentials file ~/.docker/config.json is a folder, not a file.");
    }

    @Test
    void saysThatTheFileMayNotBeRead() throws InterruptedException {
        home.dockerConfig("{}");
        Path file = home.folder.resolve(".docker/config.json");
        assumeTrue(file.toFile().setReadable(false), "this file system knows no permissions");
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThat(home.failed("ghcr.io").summary()).contains("may not be read by this user");
    }

    @Test
    void takesAFileInPlaceOfTheFolderForNothingThere() throws InterruptedException {
        home.file(".docker", "not a folder");

        assertThat(home.none("ghcr.io").lookedAt()).contains("~/.docker/config.json: not there");
    }

    @ParameterizedTest
    @CsvSource({
        "not-base64!, has \"auth\" that is not base64",
        "dXNlcg==, has \"auth\" without a colon between user name and password",
        "OnBhc3M=, has no user name"
    })
    void namesTheEntryWhoseAuthCannotBeRead(String auth, String problem) throws InterruptedException {
        home.dockerConfig("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + auth + "\"}}}");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.summary()).isEqualTo("The auths entry \"ghcr.io\" in ~/.docker/config.json " + problem + ".");
        assertThat(failed.evidence().toString()).doesNotContain(auth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "\"text\"", "{\"auth\":1}", "{\"password\":{}}"})
    void namesTheEntryThatIsNoEntry(String entry) throws InterruptedException {
        home.dockerConfig("{\"auths\":{\"ghcr.io\":" + entry + "}}");

        assertThat(home.failed("ghcr.io").summary()).startsWith("The auths entry \"ghcr.io\" in ");
    }

    @Test
    void doesNotMindABrokenEntryOfAnotherRegistry() throws InterruptedException {
        home.dockerConfig("{\"auths\":{\"quay.io\":{\"auth\":\"!\"},\"ghcr.io\":" + auth("user:pass") + "}}");

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("user:pass");
    }

    @Test
    void neverShowsTheValuesOfABrokenFile() throws InterruptedException {
        String secret = base64("user:hunter2");
        home.dockerConfig("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + secret + "\" oops}}}");

        assertThat(home.failed("ghcr.io").toString()).doesNotContain(secret);
    }
}
