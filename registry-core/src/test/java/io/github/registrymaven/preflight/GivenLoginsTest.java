package io.github.registrymaven.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialChain;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.LookupOrder;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.network.Deadline;
import io.github.registrymaven.network.NetworkOptions;
import io.github.registrymaven.network.RegistryHttp;
import io.github.registrymaven.reference.ImageReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes the login that a cloud makes. */
class GivenLoginsTest {
    private static final String GOOGLE = "europe-docker.pkg.dev/acme-prod/app/web:1.0";
    private static final String AMAZON = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0";

    @TempDir
    private Path home;

    /** Makes a login for every registry. */
    private static final class EveryCloud implements CloudLogin {
        @Override
        public boolean serves(ImageReference image) {
            return true;
        }

        @Override
        public CredentialLookup login(SurveyRequest request) {
            return new CredentialLookup.Found(
                    new FoundCredential(
                            new Credential.Password("cloud", Secret.of("planted")),
                            new CredentialOrigin("the cloud", null, null, false),
                            null),
                    List.of());
        }
    }

    private String origin(String reference, PushLogin login, SettingsServer... servers) throws InterruptedException {
        Machine machine = new Machine(Map.of(), Map.of(), home, Clock.systemUTC());
        NetworkOptions options = new NetworkOptions(machine, List.of(), Set.of(), Map.of(), Duration.ofSeconds(1));
        CredentialChain usual = new CredentialChain(machine, List.of(servers), null, () -> Duration.ofSeconds(1));
        RequestedImage image = new RequestedImage(reference, "test", null, PushTerms.USUAL.with(login));
        try (RegistryHttp http = RegistryHttp.open(options, Deadline.in(Duration.ofSeconds(1)))) {
            CredentialLookup lookup = new GivenLogins(
                            List.of(image),
                            usual,
                            new CloudLogins(List.of(new EveryCloud()), machine, http, Map.of(), Map.of()))
                    .resolve(Seen.parse(reference));
            return lookup instanceof CredentialLookup.Found found
                    ? found.found().origin().description()
                    : "none";
        }
    }

    @Test
    void jibTakesGooglesAndNoOtherClouds() throws Exception {
        assertThat(origin(GOOGLE, new PushLogin.Jibs())).isEqualTo("the cloud");
        assertThat(origin("gcr.io/acme-prod/web:1.0", new PushLogin.Jibs())).isEqualTo("the cloud");
        assertThat(origin(AMAZON, new PushLogin.Jibs())).isEqualTo("none");
    }

    @Test
    void jibTakesGooglesWhereItsOwnHelperHasNothing() throws Exception {
        assertThat(origin(GOOGLE, new PushLogin.HelperFirst("absent", "the POM")))
                .isEqualTo("the cloud");
        assertThat(origin(AMAZON, new PushLogin.HelperFirst("absent", "the POM")))
                .isEqualTo("none");
    }

    @Test
    void whereTheLoginIsUnseenTheRegistryIsAskedWithTheOneThereIsMeanwhile() throws Exception {
        SettingsServer server = new SettingsServer("europe-docker.pkg.dev", "ci", Secret.of("planted"), null, false);

        assertThat(origin(GOOGLE, new PushLogin.Unseen("later", new PushLogin.Jibs())))
                .isEqualTo("the cloud");
        assertThat(origin(GOOGLE, new PushLogin.Unseen("later", new PushLogin.Docker(null)), server))
                .isEqualTo("none");
        assertThat(origin(GOOGLE, new PushLogin.Unseen("later"), server)).contains("settings.xml");
    }

    @Test
    void whoeverElsePushesTakesNone() throws Exception {
        assertThat(origin(GOOGLE, new PushLogin.Usual())).isEqualTo("none");
        assertThat(origin(GOOGLE, new PushLogin.Docker(null))).isEqualTo("none");
    }

    @Test
    void whatTheUsualPlacesHoldComesFirst() throws Exception {
        SettingsServer server = new SettingsServer("europe-docker.pkg.dev", "ci", Secret.of("planted"), null, false);

        assertThat(origin(GOOGLE, new PushLogin.Jibs(), server)).contains("settings.xml");
    }

    @Test
    void whatEmbedsJibTakesGooglesAndDoesNotReadSettings() throws Exception {
        SettingsServer server = new SettingsServer("europe-docker.pkg.dev", "ci", Secret.of("planted"), null, false);

        for (LookupOrder order : List.of(LookupOrder.JIB_OF_QUARKUS, LookupOrder.JIB_OF_MICRONAUT)) {
            assertThat(origin(GOOGLE, new PushLogin.Jibs(order), server)).isEqualTo("the cloud");
            assertThat(origin(AMAZON, new PushLogin.Jibs(order))).isEqualTo("none");
        }
    }

    @Test
    void jibTakesGooglesWhereAFileBeforeItIsBroken() throws Exception {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{ no json");

        assertThat(origin(GOOGLE, new PushLogin.Jibs())).isEqualTo("the cloud");
        assertThat(origin(AMAZON, new PushLogin.Jibs())).isEqualTo("none");
    }
}
