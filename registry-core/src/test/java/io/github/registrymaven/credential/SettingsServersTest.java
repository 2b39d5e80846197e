package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsServersTest {
    private final Home home;

    SettingsServersTest(@TempDir Path temp) {
        home = new Home(temp);
    }

    @Test
    void takesTheServerThatTheUserNamedBeforeTheOneOfTheHost() throws InterruptedException {
        home.server("ghcr.io", "host", "h").server("mine", "named", "n").serverId("mine");

        FoundCredential found = home.found("ghcr.io");

        assertThat(Home.plain(found)).isEqualTo("named:n");
        assertThat(found.origin().description()).isEqualTo("server \"mine\" in settings.xml");
        assertThat(found.origin().key()).isEqualTo("mine");
    }

    @Test
    void givesAServerWithoutAHostToNobodyWhereTheImagesAreOnSeveralRegistries() throws InterruptedException {
        home.server("mine", "named", "n").serverId("mine").imagesOn("ghcr.io", "docker.io");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(failed.evidence()).containsExactly("the images are on docker.io, ghcr.io");
        assertThat(failed.remedies().get(0).title()).endsWith("registry.serverId=ghcr.io=mine");
    }

    @Test
    void looksOnWhereTheNamedServerMayBeForAnotherRegistry() throws InterruptedException {
        home.server("mine", "named", "n").server("ghcr.io", "own", "o").serverId("mine");

        assertThat(Home.plain(home.imagesOn("ghcr.io", "docker.io").found("ghcr.io")))
                .isEqualTo("own:o");
        assertThat(Home.plain(home.imagesOn("ghcr.io").found("ghcr.io"))).isEqualTo("named:n");
    }

    @Test
    void givesEachRegistryTheServerThatIsNamedForIt() throws InterruptedException {
        home.server("github", "one", "1").server("hub", "two", "2").imagesOn("ghcr.io", "docker.io", "quay.io");
        home.serverId("ghcr.io=github, docker.io=hub");

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("one:1");
        assertThat(Home.plain(home.found("docker.io"))).isEqualTo("two:2");
        assertThat(home.resolve("quay.io")).isInstanceOf(CredentialLookup.None.class);
    }

    @Test
    void takesAnIdThatIsOneOfTheRegistriesForThatOne() throws InterruptedException {
        home.server("ghcr.io", "one", "1").serverId("ghcr.io").imagesOn("ghcr.io", "docker.io");

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("one:1");
        assertThat(home.resolve("docker.io")).isInstanceOf(CredentialLookup.None.class);
    }

    @Test
    void failsWhereTheNamedServerIsAbsentAndNamesTheOnesThereAre() throws InterruptedException {
        home.server("ghcr.io", "host", "h").server("nexus", "u", "p").serverId("mine");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(failed.summary()).isEqualTo("There is no server \"mine\" in settings.xml.");
        assertThat(failed.evidence()).containsExactly("settings.xml: ids there: ghcr.io, nexus");
        assertThat(failed.remedies().get(0).title()).contains("registry.serverId");
    }

    @Test
    void failsWhereTheNamedServerHasNoPassword() throws InterruptedException {
        home.server(new SettingsServer("mine", "user", null, null, false)).serverId("mine");

        assertThat(home.failed("ghcr.io").summary()).contains("\"mine\"", "no user name or no password");
    }

    @Test
    void takesTheServerOfHostAndPortBeforeTheOneOfTheHost() throws InterruptedException {
        home.server("localhost", "host", "h").server("localhost:5000", "port", "p");

        assertThat(Home.plain(home.found("localhost:5000"))).isEqualTo("port:p");
        assertThat(Home.plain(home.found("localhost:5001"))).isEqualTo("host:h");
    }

    private String toTheLetter(String reference) throws InterruptedException {
        ImageReference image = ((ParsedReference.Valid) ImageReference.parse(reference)).reference();
        CredentialLookup lookup = home.chain().resolve(image, LookupOrder.SETTINGS_AND_DOCKER);
        return lookup instanceof CredentialLookup.Found found ? Home.plain(found.found()) : "none";
    }

    @Test
    void leavesTheServerOfTheHostAloneWhereThePluginTakesTheRegistryToTheLetter() throws InterruptedException {
        home.server("nexus.example.com", "artifacts", "p")
                .dockerConfig("{\"auths\":{\"nexus.example.com:8443\":" + Home.auth("images:p") + "}}");

        assertThat(toTheLetter("nexus.example.com:8443/team/app")).isEqualTo("images:p");
        assertThat(toTheLetter("nexus.example.com/team/app")).isEqualTo("artifacts:p");
        assertThat(Home.plain(home.found("nexus.example.com:8443"))).isEqualTo("artifacts:p");
    }

    @Test
    void takesTheFirstServerOfDockerHubToTheLetterOnlyWhereNoRegistryIsWritten() throws InterruptedException {
        home.server("registry-1.docker.io", "never", "p")
                .server("index.docker.io", "index", "p")
                .server("docker.io", "hub", "p");

        assertThat(toTheLetter("team/app")).isEqualTo("index:p");
        assertThat(toTheLetter("docker.io/team/app")).isEqualTo("hub:p");
        assertThat(toTheLetter("registry.hub.docker.com/team/app")).isEqualTo("none");
    }

    @Test
    void keepsTheBracketsOfAnAddressWhenItDropsThePort() throws InterruptedException {
        home.server("[::1]", "user", "p");

        assertThat(Home.plain(home.found("[::1]:5000"))).isEqualTo("user:p");
        assertThat(Home.plain(home.found("[::1]"))).isEqualTo("user:p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"})
    void knowsDockerHubByEachIdThatJibOrDockerMavenPluginLooksFor(String id) throws InterruptedException {
        home.server(id, "user", "p");

        assertThat(Home.plain(home.found("docker.io"))).isEqualTo("user:p");
    }

    @Test
    void doesNotTakeTheLoginUrlOfDockerHubForAnId() throws InterruptedException {
        home.server("https://index.docker.io/v1/", "user", "p");

        home.none("docker.io");
    }

    @Test
    void failsForTheServerThatMatchesAndCannotBeDecrypted() throws InterruptedException {
        home.server(new SettingsServer("ghcr.io", "user", Secret.of("unused"), "no master password", false));

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.summary()).contains("server \"ghcr.io\" in settings.xml", "could not be decrypted");
        assertThat(failed.evidence()).containsExactly("no master password");
        assertThat(failed.remedies().get(0).title()).contains("mvn --encrypt-password");
    }

    @Test
    void doesNotMindAServerThatCannotBeDecryptedAndDoesNotMatch() throws InterruptedException {
        home.server(new SettingsServer("nexus", "user", null, "no master password", false));

        home.none("ghcr.io");
    }

    @Test
    void failsForAPasswordThatIsAPlaceholderWithoutAValue() throws InterruptedException {
        home.server("ghcr.io", "user", "${env.GHCR_TOKEN}");

        CredentialLookup.Failed failed = home.failed("ghcr.io");

        assertThat(failed.summary())
                .isEqualTo("Nothing is set for ${env.GHCR_TOKEN} of server \"ghcr.io\" in settings.xml.");
    }

    @Test
    void goesOnWhereTheServerOfTheHostHasNoPassword() throws InterruptedException {
        home.server(new SettingsServer("ghcr.io", null, null, null, false));

        assertThat(home.none("ghcr.io").lookedAt().get(0))
                .isEqualTo("settings.xml: <server> \"ghcr.io\" has no user name or no password");
    }

    @Test
    void saysWhetherThePasswordStandsThereInPlainText() throws InterruptedException {
        home.server(new SettingsServer("ghcr.io", "user", Secret.of("p"), null, true))
                .server(new SettingsServer("quay.io", "user", Secret.of("p"), null, false));

        assertThat(home.found("ghcr.io").origin().plaintext()).isTrue();
        assertThat(home.found("quay.io").origin().plaintext()).isFalse();
    }

    @Test
    void namesTheIdsWhereNoneMatches() throws InterruptedException {
        home.server("nexus", "u", "p").server("github", "u", "p");

        assertThat(home.none("localhost:5000").lookedAt().get(0))
                .isEqualTo("settings.xml: no <server> \"localhost:5000\" or \"localhost\" (ids there: nexus, github)");
    }
}
