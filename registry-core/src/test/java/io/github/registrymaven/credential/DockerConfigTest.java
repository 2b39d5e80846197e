package io.github.registrymaven.credential;

import static io.github.registrymaven.credential.Home.auth;
import static io.github.registrymaven.credential.Home.base64;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigTest {
    private final Path temp;
    private final Home home;

    DockerConfigTest(@TempDir Path temp) {
        this.temp = temp;
        home = new Home(temp);
    }

    private static String auths(String entries) {
        return "{\"auths\":{" + entries + "}}";
    }

    @Test
    void takesUserAndPasswordFromAuthAndSaysWhereItStands() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":" + auth("user:pass")));

        FoundCredential found = home.found("ghcr.io");

        assertThat(Home.plain(found)).isEqualTo("user:pass");
        assertThat(found.origin())
                .isEqualTo(new CredentialOrigin(
                        "auths entry \"ghcr.io\" in ~/.docker/config.json",
                        home.folder.resolve(".docker/config.json"),
                        "ghcr.io",
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5000",
                "localhost:5000/",
                "http://localhost:5000",
                "https://localhost:5000",
                "https://localhost:5000/",
                "https://localhost:5000/v1/",
                "https://localhost:5000/v2/",
                "https://localhost:5000/v2",
                "localhost:5000/v1/",
                "localhost:5000/any/path"
            })
    void readsEachFormOfAKeyThatDockerReads(String key) throws InterruptedException {
        home.dockerConfig(auths("\"" + key + "\":" + auth("user:pass")));

        assertThat(Home.plain(home.found("localhost:5000"))).isEqualTo("user:pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:50000", "localhost:5000.example.org", "ftp://localhost:5000"})
    void doesNotTakeAnotherHostForThisOne(String key) throws InterruptedException {
        home.dockerConfig(auths("\"" + key + "\":" + auth("user:pass")));

        home.none("localhost:5000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://index.docker.io/v1/",
                "https://index.docker.io/v1",
                "https://index.docker.io/v2/",
                "index.docker.io",
                "docker.io",
                "https://docker.io",
                "registry-1.docker.io",
                "https://registry-1.docker.io/v2/",
                "registry.hub.docker.com"
            })
    void knowsDockerHubByEachOfItsNames(String key) throws InterruptedException {
        home.dockerConfig(auths("\"" + key + "\":" + auth("user:pass")));

        assertThat(Home.plain(home.found("docker.io"))).isEqualTo("user:pass");
        assertThat(Home.plain(home.found("registry-1.docker.io"))).isEqualTo("user:pass");
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io, docker.io, https://index.docker.io/v1/",
        "ghcr.io, https://ghcr.io, ghcr.io",
        "ghcr.io, https://ghcr.io/v2/, https://ghcr.io",
        "ghcr.io, ghcr.io/other, https://ghcr.io/v1/",
        "ghcr.io, ghcr.io/other, ghcr.io/team",
        "ghcr.io, ghcr.io/team, ghcr.io/team/app"
    })
    void prefersTheKeyThatDockerPrefers(String host, String second, String first) throws InterruptedException {
        home.dockerConfig(auths("\"" + second + "\":" + auth("u:2") + ",\"" + first + "\":" + auth("u:1")));

        assertThat(Home.plain(home.found(host))).isEqualTo("u:1");
    }

    @Test
    void keepsTheColonsOfAPassword() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":" + auth("user:pa:ss:")));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("user:pa:ss:");
    }

    @Test
    void readsBase64WithoutPaddingAndWithLineBreaks() throws InterruptedException {
        String wrapped = base64("user:passw").replace("=", "").replaceFirst("(.{8})", "$1\\\\n");
        home.dockerConfig(auths("\"ghcr.io\":{\"auth\":\"" + wrapped + "\"}"));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("user:passw");
    }

    @Test
    void readsPlainUserAndPasswordFields() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":{\"username\":\"user\",\"password\":\"pass\"}"));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("user:pass");
    }

    @Test
    void prefersTheIdentityTokenToThePassword() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":{\"auth\":\"" + base64("user:") + "\",\"identitytoken\":\"refresh\"}"));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("identity user refresh");
    }

    @Test
    void prefersTheRegistryTokenToAllElse() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":{\"auth\":\"" + base64("user:pass")
                + "\",\"identitytoken\":\"refresh\",\"registrytoken\":\"bearer\"}"));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("registry bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"auth\":\"\"}", "{\"email\":\"a@example.org\"}"})
    void takesAnEmptyEntryForNoCredential(String entry) throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":" + entry));

        assertThat(home.none("ghcr.io").lookedAt()).contains("~/.docker/config.json: auths entry \"ghcr.io\" is empty");
    }

    @Test
    void goesOnToTheNextKeyAfterAnEmptyEntry() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":{},\"https://ghcr.io\":" + auth("user:pass")));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("user:pass");
    }

    @Test
    void looksIntoTheFolderThatDockerConfigNamesInsteadOfTheHome() throws InterruptedException {
        Path folder = temp.resolve("elsewhere");
        home.dockerConfig(auths("\"ghcr.io\":" + auth("home:h")))
                .file(folder.resolve("config.json"), auths("\"ghcr.io\":" + auth("elsewhere:e")))
                .variable("DOCKER_CONFIG", folder.toString());

        FoundCredential found = home.found("ghcr.io");

        assertThat(Home.plain(found)).isEqualTo("elsewhere:e");
        assertThat(found.origin().description())
                .isEqualTo("auths entry \"ghcr.io\" in " + folder.resolve("config.json"));
    }

    @Test
    void readsTheConfigOfOldLast() throws InterruptedException {
        home.file(".dockercfg", "{\"https://index.docker.io/v1/\":" + auth("old:o") + "}");

        FoundCredential found = home.found("docker.io");

        assertThat(Home.plain(found)).isEqualTo("old:o");
        assertThat(found.origin().description())
                .isEqualTo("auths entry \"https://index.docker.io/v1/\" in ~/.dockercfg");

        home.dockerConfig(auths("\"docker.io\":" + auth("new:n")));
        assertThat(Home.plain(home.found("docker.io"))).isEqualTo("new:n");
    }

    @Test
    void takesTheLastOfTwoEqualKeysAsDockerDoes() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":" + auth("u:1") + ",\"ghcr.io\":" + auth("u:2")));

        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("u:2");
    }

    @Test
    void readsAFileAgainOnlyInANewChain() throws InterruptedException {
        home.dockerConfig(auths("\"ghcr.io\":" + auth("u:1")));
        CredentialChain chain = home.chain();
        chain.resolve(Home.image("quay.io", "team/app"));

        home.dockerConfig(auths("\"ghcr.io\":" + auth("u:2")));

        assertThat(Home.plain(Home.found(chain.resolve(Home.image("ghcr.io", "team/app")))))
                .isEqualTo("u:1");
        assertThat(Home.plain(home.found("ghcr.io"))).isEqualTo("u:2");
    }
}
