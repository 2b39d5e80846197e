package io.github.registrymaven.credential;

import static io.github.registrymaven.credential.Home.auth;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainersAuthTest {
    private static final String IN_HOME = ".config/containers/auth.json";

    private final Path temp;
    private final Home home;

    ContainersAuthTest(@TempDir Path temp) {
        this.temp = temp;
        home = new Home(temp);
    }

    private static String auths(String key, String auth) {
        return "{\"auths\":{\"" + key + "\":" + auth(auth) + "}}";
    }

    @Test
    void readsTheFileInTheHomeFolder() throws InterruptedException {
        home.file(IN_HOME, auths("ghcr.io", "user:pass"));

        FoundCredential found = home.found("ghcr.io");

        assertThat(Home.plain(found)).isEqualTo("user:pass");
        assertThat(found.origin().description()).isEqualTo("auths entry \"ghcr.io\" in ~/.config/containers/auth.json");
    }

    @Test
    void asksThePlacesInTheOrderOfTheManual() throws InterruptedException {
        Path runtime = temp.resolve("runtime");
        Path config = temp.resolve("config");
        Path named = temp.resolve("named.json");
        home.file(IN_HOME, auths("ghcr.io", "home:p"));
        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("home:p");

        home.file(config.resolve("containers/auth.json"), auths("ghcr.io", "config:p"))
                .variable("XDG_CONFIG_HOME", config.toString());
        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("config:p");

        home.file(runtime.resolve("containers/auth.json"), auths("ghcr.io", "runtime:p"))
                .variable("XDG_RUNTIME_DIR", runtime.toString());
        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("runtime:p");

        home.file(named, auths("ghcr.io", "named:p")).variable("REGISTRY_AUTH_FILE", named.toString());
        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("named:p");
    }

    @Test
    void goesOnFromTheNamedFileToTheFileInTheHomeFolder() throws InterruptedException {
        home.file(IN_HOME, auths("ghcr.io", "home:p"))
                .variable("REGISTRY_AUTH_FILE", temp.resolve("missing.json").toString());

        CredentialLookup lookup = home.resolve("ghcr.io");

        assertThat(Home.plain(Home.found(lookup))).isEqualTo("home:p");
        assertThat(lookup.lookedAt()).contains(temp.resolve("missing.json") + ": not there");
    }

    @Test
    void takesTheKeyThatIsTheLongestPartOfTheRepository() throws InterruptedException {
        home.file(
                IN_HOME,
                "{\"auths\":{\"quay.io\":" + auth("host:p") + ",\"quay.io/team\":" + auth("team:p")
                        + ",\"quay.io/team/app\":" + auth("app:p") + ",\"quay.io/team/app2\":" + auth("app2:p") + "}}");

        assertThat(Home.plain(Home.found(home.resolve("quay.io", "team/app")))).isEqualTo("app:p");
        assertThat(Home.plain(Home.found(home.resolve("quay.io", "team/app/sub"))))
                .isEqualTo("app:p");
        assertThat(Home.plain(Home.found(home.resolve("quay.io", "team/other"))))
                .isEqualTo("team:p");
        assertThat(Home.plain(Home.found(home.resolve("quay.io", "teams/app")))).isEqualTo("host:p");
    }

    @Test
    void doesNotTakeTheKeyOfAnotherRepository() throws InterruptedException {
        home.file(IN_HOME, auths("quay.io/other", "user:pass"));

        home.none("quay.io");
    }

    // Both lists are what "skopeo login --get-login" of skopeo 1.9 says.
    @ParameterizedTest
    @CsvSource({
        "localhost:5000, localhost:5000",
        "localhost:5000, http://localhost:5000",
        "localhost:5000, https://localhost:5000",
        "localhost:5000, https://localhost:5000/v1/",
        "localhost:5000, https://localhost:5000/any/path",
        "docker.io, docker.io",
        "docker.io, docker.io/team",
        "docker.io, index.docker.io",
        "docker.io, https://index.docker.io/v1/",
        "docker.io, registry-1.docker.io"
    })
    void takesTheKeysThatSkopeoTakes(String host, String key) throws InterruptedException {
        home.file(IN_HOME, auths(key, "user:pass"));

        assertThat(Home.plain(home.found(host))).isEqualTo("user:pass");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:5000, localhost",
        "localhost:5000, localhost:5000/",
        "localhost:5000, localhost:5000/v1/",
        "localhost:5000, localhost:5000/v2",
        "localhost:5000, localhost:5000/any",
        "docker.io, registry.hub.docker.com"
    })
    void leavesTheKeysThatSkopeoLeaves(String host, String key) throws InterruptedException {
        home.file(IN_HOME, auths(key, "user:pass"));

        home.none(host);
    }

    @Test
    void asksTheHelperOfARegistryBeforeItsEntry() throws InterruptedException, IOException {
        home.helper("own", Home.answering("helper", "h"))
                .file(
                        IN_HOME,
                        "{\"auths\":{\"ghcr.io\":" + auth("entry:e") + "},\"credHelpers\":{\"ghcr.io\":\"own\"}}");

        FoundCredential found = home.found("ghcr.io");

        assertThat(Home.plain(found)).isEqualTo("helper:h");
        assertThat(home.questions()).containsExactly("get ghcr.io");
        assertThat(found.origin().description())
                .isEqualTo("docker-credential-own, named by credHelpers \"ghcr.io\" in ~/.config/containers/auth.json");
    }

    @Test
    void doesNotKnowDockersCredsStore() throws InterruptedException {
        home.file(IN_HOME, "{\"credsStore\":\"missing\"}");

        home.none("ghcr.io");
    }

    @Test
    void leavesItsCredsStoreToDockerWhereTheNamedFileIsDockersOwn() throws InterruptedException {
        Path config = home.folder.resolve(".docker/config.json");
        home.helper("own", Home.answering("helper", "h"))
                .dockerConfig("{\"credsStore\":\"own\"}")
                .variable("REGISTRY_AUTH_FILE", config.toString());

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("helper:h");
    }
}
