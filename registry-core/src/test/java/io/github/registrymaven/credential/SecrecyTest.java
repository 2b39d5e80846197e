package io.github.registrymaven.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyTest {
    private static final String PLANTED = "Hunter2Hunter2";

    private final Path temp;

    SecrecyTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void printsNoSecretWithAnyOfTheTypesThatHoldOne() {
        Secret secret = Secret.of(PLANTED);
        CredentialOrigin origin = new CredentialOrigin("there", null, null, true);
        FoundCredential found = new FoundCredential(new Credential.Password("user", secret), origin, null);

        List<Object> holders = List.of(
                secret,
                found,
                new Credential.IdentityToken("user", secret),
                new Credential.RegistryToken(secret),
                new CredentialLookup.Found(found, List.of()),
                new SourceAnswer.Holds(found),
                new HelperAnswer.Holds(new Credential.RegistryToken(secret)),
                new AuthEntry.Holds(new Credential.RegistryToken(secret)),
                new HelperRun.Exited(0, secret, secret),
                new HelperRun.TimedOut(Duration.ZERO, secret, secret),
                new SettingsServer("id", "user", secret, null, true));

        assertThat(holders).allSatisfy(holder -> assertThat(holder.toString()).doesNotContain(PLANTED));
    }

    @Test
    void printsNoSecretWithAConfigFile() {
        Path path = temp.resolve("config.json");
        ConfigFiles.Reading reading = ConfigFileParser.parse(
                path, "~/config.json", "{\"auths\":{\"ghcr.io\":{\"password\":\"" + PLANTED + "\"}}}", true);

        assertThat(reading.toString()).contains("ghcr.io").doesNotContain(PLANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login failed, password: " + PLANTED,
                "{\"Username\":\"u\",\"Secret\":\"" + PLANTED + "\"}",
                "{\"Username\":\"u\",\"Secret\":\"" + PLANTED,
                "secret=" + PLANTED,
                "Authorization: Bearer " + PLANTED,
                "sent Basic " + PLANTED + "==",
                "cannot reach https://user:" + PLANTED + "@proxy:3128",
                "ran login --password " + PLANTED,
                "the token is " + PLANTED,
                "env said " + PLANTED
            })
    void hidesWhatCouldBeASecretInTheWordsOfAHelper(String words) {
        List<String> shown =
                HelperWords.shown(Secret.of(""), Secret.of(words), Map.of("AWS_SECRET_ACCESS_KEY", PLANTED));

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0)).contains("(hidden)").doesNotContain(PLANTED);
    }

    @Test
    void hidesWhatLooksLikeATokenAndNothingElse() {
        String token = "gh" + "p_" + "aB3".repeat(12);
        String words = token + " for 123456789012.dkr.ecr.eu-west-1.amazonaws.com in /usr/local/lib/helper";

        assertThat(HelperWords.shown(Secret.of(words), Secret.of(""), Map.of()))
                .containsExactly("(hidden) for 123456789012.dkr.ecr.eu-west-1.amazonaws.com in /usr/local/lib/helper");
    }

    @Test
    @Timeout(20)
    void isNotSlowedDownByWordsWithoutEnd() {
        String quoted = "secret=\"" + "\\\"".repeat(BoundedOutput.BOUND / 2);
        String run = "a".repeat(BoundedOutput.BOUND);

        assertThat(HelperWords.shown(Secret.of(run), Secret.of(quoted), Map.of()))
                .hasSize(2);
    }

    @Test
    void showsAFewShortLinesWithoutControlCharacters() {
        String words = "\u001b[31mone\u0007\n\n" + "two ".repeat(500) + "\n3\n4\n5\n6\n7";

        List<String> shown = HelperWords.shown(Secret.of(""), Secret.of(words), Map.of());

        assertThat(shown)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(301));
        assertThat(shown.get(0)).isEqualTo("[31mone");
    }

    @Test
    void keepsPlantedSecretsOutOfAFailedLookup() throws InterruptedException {
        Home home = new Home(temp)
                .variable("REGISTRY_PASSWORD", PLANTED)
                .server("nexus", "user", PLANTED)
                .dockerConfig("{\"auths\":{\"ghcr.io\":" + Home.auth("user:" + PLANTED) + "},\"credsStore\":\"own\"}")
                .helper("own", "echo \"refused: $REGISTRY_PASSWORD\"; exit 1");

        assertThat(home.failed("ghcr.io").toString()).doesNotContain(PLANTED, Home.base64("user:" + PLANTED));
    }

    @Test
    void keepsAPasswordInAKeyOutOfThePlacesLookedAt() throws InterruptedException {
        Home home = new Home(temp).dockerConfig("{\"auths\":{\"https://user:" + PLANTED + "@quay.io\":{}}}");

        assertThat(home.none("ghcr.io").lookedAt().toString())
                .contains("auths there: https://quay.io")
                .doesNotContain(PLANTED);
    }
}
