package io.github.registrymaven.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.DockerSettings;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDockerConfigTest {
    private static final String ECR = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    @TempDir
    private Path home;

    private Path docker = Path.of("");

    @BeforeEach
    void make() throws IOException {
        docker = Files.createDirectories(home.resolve(".docker"));
    }

    private static ImageReference image(String host) {
        return ((ParsedReference.Valid) ImageReference.parse(host + "/team/app:1")).reference();
    }

    private static HostLogin login(String host, Credential credential) {
        return login(host, credential, new CredentialOrigin("somewhere", null, null, false));
    }

    private static HostLogin login(String host, Credential credential, CredentialOrigin origin) {
        return new HostLogin(
                image(host),
                new CredentialLookup.Found(new FoundCredential(credential, origin, null), List.of()),
                false);
    }

    private static Credential password(String user, String word) {
        return new Credential.Password(user, Secret.of(word));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Machine machine(Map<String, String> environment) {
        return new Machine(environment, Map.of(), home, Clock.systemUTC());
    }

    private PrivateDockerConfig config(HostLogin... logins) {
        return PrivateDockerConfig.of(List.of(logins), DockerSettings.of(machine(Map.of())));
    }

    private static JsonObject json(PrivateDockerConfig config) {
        return JsonParser.parseString(config.text()).getAsJsonObject();
    }

    private void usersConfig(String json) throws IOException {
        Files.writeString(docker.resolve("config.json"), json);
    }

    @Test
    void isReadBackAsWhatWasFound() throws Exception {
        PrivateDockerConfig config = config(
                login(ECR, password("AWS", "planted:word")),
                login("reg.azurecr.io", new Credential.IdentityToken(null, Secret.of("planted-identity"))),
                login("docker.io", password("me", "planted-hub")));
        Path folder = home.resolve("private");
        PrivateFolder.write(folder, config);
        CredentialChain chain = new CredentialChain(
                machine(Map.of("DOCKER_CONFIG", folder.toString(), "PATH", home.toString())),
                List.of(),
                null,
                () -> CredentialChain.HELPER_TIMEOUT);

        assertThat(read(chain, ECR)).isEqualTo("AWS planted:word");
        assertThat(read(chain, "docker.io")).isEqualTo("me planted-hub");
        Credential token = ((CredentialLookup.Found) chain.resolve(image("reg.azurecr.io")))
                .found()
                .credential();
        assertThat(((Credential.IdentityToken) token).token().reveal()).isEqualTo("planted-identity");
        assertThat(json(config).getAsJsonObject("auths").keySet())
                .containsExactly(ECR, "https://index.docker.io/v1/", "reg.azurecr.io");
    }

    private static String read(CredentialChain chain, String host) throws InterruptedException {
        Credential.Password found = (Credential.Password)
                ((CredentialLookup.Found) chain.resolve(image(host))).found().credential();
        return found.username() + " " + found.password().reveal();
    }

    @Test
    void namesTheUsersHelpersAndCopiesNoSecretOfAnotherRegistry() throws Exception {
        usersConfig("{\"auths\": {\"other.example\": {\"auth\": \"" + base64("me:planted-other") + "\"},"
                + " \"empty.example\": {}},"
                + "\"credHelpers\": {\"gcr.io\": \"gcloud\", \"" + ECR + "\": \"ecr-login\"}}");

        PrivateDockerConfig config = config(login(ECR, password("AWS", "planted-word")));

        assertThat(json(config).getAsJsonObject("auths").keySet()).containsExactly(ECR);
        assertThat(json(config).get("credHelpers")).hasToString("{\"gcr.io\":\"gcloud\"}");
        assertThat(config.text()).doesNotContain(base64("me:planted-other"));
        assertThat(config.leftOut()).containsExactly("other.example");
    }

    @Test
    void keepsDockerFromAskingTheStoreForALoginThatIsHere() throws Exception {
        usersConfig("{\"credsStore\": \"desktop\"}");

        JsonObject json = json(config(login(ECR, password("AWS", "planted-word"))));

        assertThat(json.get("credsStore").getAsString()).isEqualTo("desktop");
        assertThat(json.get("credHelpers")).hasToString("{\"" + ECR + "\":\"\"}");
    }

    @Test
    void givesToolsThatKnowNoStoreTheSameLoginsWithoutIt() throws Exception {
        usersConfig("{\"credsStore\": \"desktop\", \"credHelpers\": {\"gcr.io\": \"gcloud\"}}");
        CredentialOrigin ofStore = new CredentialOrigin("the store", docker.resolve("config.json"), null, false);

        JsonObject json = JsonParser.parseString(config(
                                login(ECR, password("AWS", "planted-word")),
                                login("reg.example", password("me", "planted-store"), ofStore))
                        .containersText())
                .getAsJsonObject();

        assertThat(json.keySet()).containsExactlyInAnyOrder("auths", "credHelpers");
        assertThat(json.getAsJsonObject("auths").keySet()).containsExactly(ECR);
        assertThat(json.get("credHelpers")).hasToString("{\"gcr.io\":\"gcloud\",\"reg.example\":\"desktop\"}");
    }

    @Test
    void leavesALoginToTheHelperThatHoldsIt() throws Exception {
        usersConfig("{\"credHelpers\": {\"gcr.io\": \"gcloud\"}}");
        CredentialOrigin ofHelper = new CredentialOrigin("the helper", docker.resolve("config.json"), "gcr.io", false);

        PrivateDockerConfig config = config(login("gcr.io", password("_token", "planted-token"), ofHelper));

        assertThat(json(config).getAsJsonObject("auths").keySet()).isEmpty();
        assertThat(json(config).get("credHelpers")).hasToString("{\"gcr.io\":\"gcloud\"}");
    }

    @Test
    void takesALoginOfThisBuildThatTheUsersConfigKeepsInPlainText() throws Exception {
        usersConfig("{\"auths\": {\"https://reg.example/v1/\": {\"auth\": \"" + base64("me:planted") + "\"}}}");
        CredentialOrigin plain = new CredentialOrigin("auths", docker.resolve("config.json"), "reg.example", true);

        PrivateDockerConfig config = config(login("reg.example", password("me", "planted"), plain));

        assertThat(json(config).getAsJsonObject("auths").keySet()).containsExactly("reg.example");
        assertThat(config.leftOut()).isEmpty();
    }

    @Test
    void showsDockerWhereItsPluginsAre() throws Exception {
        Path plugins = Files.createDirectory(docker.resolve("cli-plugins"));

        assertThat(json(config()).get("cliPluginsExtraDirs")).hasToString("[\"" + plugins + "\"]");
    }

    @Test
    void saysWhatKeepsTheUsersConfigFromBeingRead() throws Exception {
        usersConfig("{ not json");

        DockerSettings settings = DockerSettings.of(machine(Map.of()));

        assertThat(settings.shown() + " " + settings.problem()).startsWith("~/.docker/config.json is not JSON");
        assertThat(json(PrivateDockerConfig.of(List.of(), settings))).hasToString("{\"auths\":{}}");
    }

    @Test
    void laterLoginsStandBesideEarlierOnes() {
        PrivateDockerConfig earlier =
                config(login("a.example", password("me", "one")), login(ECR, password("AWS", "old")));
        PrivateDockerConfig later = config(login(ECR, password("AWS", "new")));

        JsonObject auths = json(later.beside(earlier)).getAsJsonObject("auths");

        assertThat(auths.keySet()).containsExactly(ECR, "a.example");
        assertThat(auths.getAsJsonObject(ECR).get("auth").getAsString()).isEqualTo(base64("AWS:new"));
    }

    @Test
    void itsOwnTextShowsNoSecret() {
        assertThat(config(login(ECR, password("AWS", "planted-word")))).hasToString("docker config for [" + ECR + "]");
    }
}
