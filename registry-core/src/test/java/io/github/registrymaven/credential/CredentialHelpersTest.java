package io.github.registrymaven.credential;

import static io.github.registrymaven.credential.Home.HAS_NOTHING;
import static io.github.registrymaven.credential.Home.answering;
import static io.github.registrymaven.credential.Home.auth;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialHelpersTest {
    private static final String STORE = "{\"credsStore\":\"own\"}";

    private final Path temp;
    private final Home home;

    CredentialHelpersTest(@TempDir Path temp) {
        this.temp = temp;
        home = new Home(temp);
    }

    @Test
    void asksTheHelperOfTheRegistryThenTheStoreThenTheEntries() throws InterruptedException, IOException {
        home.dockerConfig("{\"auths\":{\"ghcr.io\":" + auth("entry:e") + ",\"quay.io\":" + auth("entry:e")
                        + "},\"credHelpers\":{\"ghcr.io\":\"own\"},\"credsStore\":\"store\"}")
                .helper("own", answering("own", "o"))
                .helper("store", answering("store", "s"));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("own:o");
        assertThat(Home.plain(home.found("quay.io"))).isEqualTo("store:s");

        home.helper("own", HAS_NOTHING).helper("store", HAS_NOTHING);
        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("entry:e");
        assertThat(home.questions()).containsExactly("get ghcr.io", "get quay.io", "get ghcr.io");
    }

    @Test
    void saysWhichSettingNamedTheHelper() throws InterruptedException {
        home.dockerConfig(STORE).helper("own", answering("user", "s"));

        FoundCredential found = home.found("ghcr.io");

        assertThat(found.origin())
                .isEqualTo(new CredentialOrigin(
                        "docker-credential-own, named by credsStore in ~/.docker/config.json",
                        home.folder.resolve(".docker/config.json"),
                        null,
                        false));
    }

    @Test
    void takesAnEmptyHelperForTheStoreBeingOffForThatRegistry() throws InterruptedException {
        home.dockerConfig("{\"auths\":{\"ghcr.io\":" + auth("entry:e")
                + "},\"credHelpers\":{\"ghcr.io\":\"\"},\"credsStore\":\"missing\"}");

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("entry:e");
    }

    @Test
    void asksForDockerHubByItsLoginUrlThenByItsNames() throws InterruptedException, IOException {
        home.dockerConfig(STORE).helper("own", HAS_NOTHING);

        home.none("docker.io");

        assertThat(home.questions())
                .containsExactly("get https://index.docker.io/v1/", "get index.docker.io", "get docker.io");
    }

    @Test
    void asksForTheKeyAsItStandsInTheFileLast() throws InterruptedException, IOException {
        home.dockerConfig("{\"credHelpers\":{\"https://ghcr.io\":\"own\"}}")
                .helper("own", "[ \"$server\" = https://ghcr.io ] || { " + HAS_NOTHING + "; }\n" + answering("u", "s"));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("u:s");
        assertThat(home.questions()).containsExactly("get ghcr.io", "get https://ghcr.io");
    }

    @Test
    void takesTheUserNamedTokenForAnIdentityToken() throws InterruptedException {
        home.dockerConfig(STORE).helper("own", answering("<token>", "refresh"));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("identity null refresh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HAS_NOTHING,
                "echo 'credentials not found in native keychain' >&2; exit 1",
                "echo '{\"ServerURL\":\"\",\"Username\":\"\",\"Secret\":\"\"}'"
            })
    void goesOnWhereTheHelperHasNothing(String script) throws InterruptedException {
        home.dockerConfig(STORE).helper("own", script);

        assertThat(home.none("ghcr.io").lookedAt())
                .contains("~/.docker/config.json: credsStore, docker-credential-own: has nothing for ghcr.io");
    }

    @Test
    void failsWhereTheHelperIsMissing() throws InterruptedException {
        home.dockerConfig("{\"credsStore\":\"desktop\"}");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.cause()).isEqualTo(Cause.CREDENTIAL_HELPER_FAILED);
        assertThat(failed.summary()).isEqualTo("The credential helper docker-credential-desktop is not on the PATH.");
        assertThat(failed.evidence())
                .anySatisfy(
                        line -> assertThat(line).contains("config.json: credsStore names docker-credential-desktop"))
                .anySatisfy(line -> assertThat(line).startsWith("PATH is "));
        assertThat(failed.remedies().get(0).title())
                .contains("docker-credential-desktop", "credsStore", "~/.docker/config.json");
    }

    @Test
    void tellsAHelperThatMayNotBeRunFromOneThatIsNotThere() throws InterruptedException {
        Path program = temp.resolve("programs/docker-credential-own");
        home.dockerConfig(STORE).helper("own", answering("u", "s"));
        assertThat(program.toFile().setExecutable(false)).isTrue();

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.cause()).isEqualTo(Cause.CREDENTIAL_HELPER_FAILED);
        assertThat(failed.summary()).isEqualTo("The credential helper docker-credential-own is not executable.");
        assertThat(failed.evidence()).contains("the file is " + program);
        assertThat(failed.remedies())
                .extracting(Remedy::title)
                .containsExactly("Let it be run: chmod +x '" + program + "'");
    }

    @Test
    void asksTheHelperThatMayBeRunBehindOneThatMayNot() throws InterruptedException {
        Path other = temp.resolve("first");
        home.dockerConfig(STORE)
                .helper("own", answering("u", "s"))
                .file(other.resolve("docker-credential-own"), "#!/bin/sh\n")
                .variable("PATH", other + ":" + temp.resolve("programs") + ":/usr/bin:/bin");

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("u:s");
    }

    @Test
    void saysThatAnEntryBesideTheFailedHelperWouldServeJibOnly() throws InterruptedException {
        home.dockerConfig("{\"auths\":{\"ghcr.io\":" + auth("entry:e") + "},\"credsStore\":\"desktop\"}");

        assertThat(home.failed("ghcr.io").evidence())
                .anySatisfy(line -> assertThat(line).startsWith("auths entry \"ghcr.io\" in the same file"));
    }

    @Test
    void givesTheWordsOfAHelperThatFails() throws InterruptedException {
        home.dockerConfig(STORE).helper("own", "echo 'session has ended, log in' >&2; echo 'exit now'; exit 3");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.summary()).isEqualTo("The credential helper docker-credential-own ended with status 3.");
        assertThat(failed.evidence()).contains("session has ended, log in", "exit now");
        assertThat(failed.remedies().get(0).title()).contains("printf %s 'ghcr.io' | docker-credential-own get");
    }

    @Test
    void neverFallsThroughFromAFailedHelperToTheEntries() throws InterruptedException {
        home.dockerConfig("{\"auths\":{\"ghcr.io\":" + auth("entry:e") + "},\"credsStore\":\"own\"}")
                .helper("own", "exit 1");

        home.failed("ghcr.io");
    }

    @Test
    void failsWhereTheAnswerIsNoCredentialAndDoesNotShowIt() throws InterruptedException {
        home.dockerConfig(STORE).helper("own", "echo hunter2");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.summary()).contains("answered something that is not a credential");
        assertThat(failed.toString()).doesNotContain("hunter2");
    }

    @Test
    void endsAHelperThatNeverStopsTalking() throws InterruptedException {
        home.dockerConfig(STORE).helper("own", "exec yes");

        assertThat(home.failed("ghcr.io").summary()).contains("said more than 64 KiB");
    }

    @Test
    void doesNotMindAHelperThatDoesNotListen() throws InterruptedException {
        home.dockerConfig(STORE).helper("own", answering("u", "s"));
        home.file(temp.resolve("programs/docker-credential-own"), "#!/bin/sh\n" + answering("u", "s") + "\n");

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("u:s");
    }

    @Test
    void doesNotRunAProgramOutsideThePath() throws InterruptedException {
        home.helper("own", answering("u", "s"))
                .dockerConfig("{\"credsStore\":\"x/../../programs/docker-credential-own\"}");

        assertThat(home.failed("ghcr.io").summary()).contains("a name that is not the name of a program");
    }

    @Test
    void doesNotLookIntoRelativeFoldersOfThePath() throws InterruptedException {
        home.helper("own", answering("u", "s")).dockerConfig(STORE).variable("PATH", ".::target");

        assertThat(home.failed("ghcr.io").summary()).contains("is not on the PATH");
    }

    @Test
    void givesTheHelperTheEnvironmentOfTheMachineAndNoOther() throws InterruptedException {
        home.dockerConfig(STORE)
                .variable("AWS_PROFILE", "ci")
                .helper(
                        "own",
                        "user=\"$AWS_PROFILE-$JAVA_HOME-x\"\necho \"{\\\"Username\\\":\\\"$user\\\",\\\"Secret\\\":\\\"s\\\"}\"");

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("ci--x:s");
    }

    @Test
    void asksNobodyWhenNoTimeIsLeft() throws InterruptedException, IOException {
        home.dockerConfig(STORE).helper("own", answering("u", "s")).helperTimeout(Duration.ZERO);

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.summary()).contains("was not asked: no time was left");
        assertThat(failed.cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
        assertThat(home.questions()).isEmpty();
    }

    @Test
    void passesOnWhyAHelperSaysThatItHasNothing() throws InterruptedException {
        home.dockerConfig(STORE).helper("own", "echo 'no AWS account' >&2; " + HAS_NOTHING);

        assertThat(home.none("ghcr.io").lookedAt())
                .contains("~/.docker/config.json: credsStore, docker-credential-own: has nothing for ghcr.io"
                        + " (no AWS account)");
    }
}
