package io.github.registrymaven.credential;

import static io.github.registrymaven.credential.Home.answering;
import static io.github.registrymaven.credential.Home.auth;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where each tool that pushes looks, which is not where all the others do. */
class LookupOfToolsTest {
    private static final String HOST = "registry.example.com";
    private static final String CONTAINERS = ".config/containers/auth.json";

    private final Path temp;
    private final Home home;

    LookupOfToolsTest(@TempDir Path temp) {
        this.temp = temp;
        home = new Home(temp);
    }

    private static String auths(String host, String user) {
        return "{\"auths\":{\"" + host + "\":" + auth(user + ":p") + "}}";
    }

    private String user(LookupOrder order, String host) throws InterruptedException {
        return Home.plain(Home.found(home.resolve(order, host)));
    }

    @ParameterizedTest
    @CsvSource({
        "USUAL, containers",
        "JIB, containers",
        "PODMAN, containers",
        "DOCKER, docker",
        "SETTINGS_AND_DOCKER, docker",
        "JIB_OF_QUARKUS, docker",
        "JIB_OF_MICRONAUT, docker"
    })
    void containersFilesCountOnlyForThoseWhoReadThemFirst(LookupOrder order, String user) throws InterruptedException {
        home.dockerConfig(auths(HOST, "docker")).file(CONTAINERS, auths(HOST, "containers"));

        assertThat(user(order, HOST)).isEqualTo(user + ":p");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCKER", "SETTINGS_AND_DOCKER", "JIB", "JIB_OF_QUARKUS", "JIB_OF_MICRONAUT"})
    void aContainersFileThatIsBrokenStopsNobodyWhoDoesNotNeedIt(LookupOrder order) throws InterruptedException {
        home.dockerConfig(auths(HOST, "docker")).file(CONTAINERS, "{ no json");

        assertThat(user(order, HOST)).isEqualTo("docker:p");
    }

    @Test
    void jibSaysWhatIsBrokenWhereItFindsNothing() throws InterruptedException {
        home.file(CONTAINERS, "{ no json");

        CredentialLookup lookup = home.resolve(LookupOrder.JIB, HOST);

        assertThat(lookup).isInstanceOf(CredentialLookup.Failed.class);
        assertThat(((CredentialLookup.Failed) lookup).summary()).contains("~/.config/containers/auth.json");
        assertThat(lookup.lookedAt()).contains("~/.docker/config.json: not there");
    }

    @Test
    void jibPassesByAHelperThatFails() throws InterruptedException {
        home.dockerConfig("{\"credHelpers\":{\"gcr.io\":\"gcloud\"}}")
                .helper("gcloud", "exit 1")
                .helper("gcr", answering("helper", "p"));

        assertThat(user(LookupOrder.JIB, "gcr.io")).isEqualTo("helper:p");
        CredentialLookup docker = home.resolve(LookupOrder.DOCKER, "gcr.io");
        assertThat(((CredentialLookup.Failed) docker).cause()).isEqualTo(Cause.CREDENTIAL_HELPER_FAILED);
    }

    @Test
    void jibTakesTheEntryBesideAHelperThatFails() throws InterruptedException {
        home.dockerConfig("{\"credsStore\":\"absent\",\"auths\":{\"" + HOST + "\":" + auth("docker:p") + "}}");

        assertThat(user(LookupOrder.JIB, HOST)).isEqualTo("docker:p");
        assertThat(home.resolve(LookupOrder.DOCKER, HOST)).isInstanceOf(CredentialLookup.Failed.class);
    }

    @Test
    void aServerThatWasNamedAndIsNotThereIsPassedByByNobody() throws InterruptedException {
        home.dockerConfig(auths(HOST, "docker")).serverId("absent");

        assertThat(home.resolve(LookupOrder.JIB, HOST)).isInstanceOf(CredentialLookup.Failed.class);
    }

    @Test
    void onlyWhoReadsSettingsFindsWhatIsInThem() throws InterruptedException {
        home.server(HOST, "settings", "p");

        for (LookupOrder order : LookupOrder.values()) {
            boolean reads = List.of(LookupOrder.USUAL, LookupOrder.JIB, LookupOrder.SETTINGS_AND_DOCKER)
                    .contains(order);
            assertThat(home.resolve(order, HOST) instanceof CredentialLookup.Found)
                    .as("%s", order)
                    .isEqualTo(reads);
        }
    }

    @Test
    void theHelperThatNobodyNamesIsAskedByJibAlone() throws InterruptedException, IOException {
        String ecr = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
        home.helper("ecr-login", answering("helper", "p"));

        for (LookupOrder order : List.of(LookupOrder.DOCKER, LookupOrder.SETTINGS_AND_DOCKER, LookupOrder.PODMAN)) {
            assertThat(home.resolve(order, ecr)).isInstanceOf(CredentialLookup.None.class);
        }
        assertThat(home.questions()).isEmpty();
        assertThat(user(LookupOrder.JIB, ecr)).isEqualTo("helper:p");
    }

    @Test
    void jibKnowsNoHelperForArtifactRegistry() throws InterruptedException {
        home.helper("gcr", answering("helper", "p"));

        assertThat(home.resolve(LookupOrder.JIB, "europe-docker.pkg.dev")).isInstanceOf(CredentialLookup.None.class);
        assertThat(user(LookupOrder.USUAL, "europe-docker.pkg.dev")).isEqualTo("helper:p");
    }

    @Test
    void quarkusAsksTheHelperFirstThenTheHomeFolderThenWhatTheEnvironmentNames() throws InterruptedException {
        Path runtime = temp.resolve("runtime");
        Path named = temp.resolve("named");
        LookupOrder quarkus = LookupOrder.JIB_OF_QUARKUS;
        home.file(named.resolve("config.json"), auths("gcr.io", "named")).variable("DOCKER_CONFIG", named.toString());
        assertThat(user(quarkus, "gcr.io")).isEqualTo("named:p");

        home.file(runtime.resolve("containers/auth.json"), auths("gcr.io", "runtime"))
                .variable("XDG_RUNTIME_DIR", runtime.toString());
        assertThat(user(quarkus, "gcr.io")).isEqualTo("runtime:p");

        home.file(CONTAINERS, auths("gcr.io", "containers"));
        assertThat(user(quarkus, "gcr.io")).isEqualTo("containers:p");

        home.dockerConfig(auths("gcr.io", "docker"));
        assertThat(user(quarkus, "gcr.io")).isEqualTo("docker:p");

        home.helper("gcr", answering("helper", "p"));
        assertThat(user(quarkus, "gcr.io")).isEqualTo("helper:p");
    }

    @Test
    void jibLooksIntoEachFolderAndNotIntoTheFileOfPodmansVariable() throws InterruptedException {
        Path named = temp.resolve("named");
        home.file(named.resolve("auth.json"), auths(HOST, "podman"))
                .variable("REGISTRY_AUTH_FILE", named.resolve("auth.json").toString())
                .variable("DOCKER_CONFIG", named.toString())
                .variable("XDG_CONFIG_HOME", named.toString());
        assertThat(home.resolve(LookupOrder.JIB, HOST)).isInstanceOf(CredentialLookup.None.class);

        home.file(".docker/.dockerconfigjson", auths(HOST, "kubernetes"));
        assertThat(user(LookupOrder.JIB, HOST)).isEqualTo("kubernetes:p");

        home.dockerConfig(auths(HOST, "docker"));
        assertThat(user(LookupOrder.JIB, HOST)).isEqualTo("docker:p");

        home.file(CONTAINERS, auths(HOST, "containers"));
        assertThat(user(LookupOrder.JIB, HOST)).isEqualTo("containers:p");
    }
}
