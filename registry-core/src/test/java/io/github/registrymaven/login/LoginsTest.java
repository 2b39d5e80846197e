package io.github.registrymaven.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.credential.CredentialOrigin;
import io.github.registrymaven.credential.FoundCredential;
import io.github.registrymaven.credential.NamedServer;
import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.CloudLogin;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.SurveyRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.RegistryKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {
    private static final String CLOUDS = "cloud.example/team/app:1";
    private static final SettingsServer HELD =
            new SettingsServer("cloud.example", "held", Secret.of("planted"), null, false);
    private static final SettingsServer NAMED = new SettingsServer("named", "named", Secret.of("planted"), null, false);

    private static final Set<RegistryKind> OTHER_CLOUDS =
            Set.of(RegistryKind.ACR, RegistryKind.ARTIFACT_REGISTRY, RegistryKind.GCR);

    @TempDir
    private Path home;

    private CredentialLookup answer = new CredentialLookup.Found(
            new FoundCredential(
                    new Credential.Password("made", Secret.of("planted")),
                    new CredentialOrigin("the cloud", null, null, false),
                    null),
            List.of("the cloud"));

    private List<HostLogin> find(@Nullable String serverId, boolean offline, String... references)
            throws InterruptedException {
        CloudLogin cloud = new CloudLogin() {
            @Override
            public boolean serves(ImageReference image) {
                return image.host().equals("cloud.example") || OTHER_CLOUDS.contains(image.kind());
            }

            @Override
            public CredentialLookup login(SurveyRequest request) {
                assertThat(offline).as("the cloud is asked").isFalse();
                return answer;
            }
        };
        List<RequestedImage> images = Stream.of(references)
                .map(reference -> new RequestedImage(reference, "registry.images"))
                .toList();
        Machine machine = new Machine(Map.of("PATH", home.toString()), Map.of(), home, Clock.systemUTC());
        return Logins.find(
                new PreflightRequest(
                        images,
                        Probe.UPLOAD,
                        NamedServer.of(serverId, List.of()),
                        Set.of(),
                        Map.of(),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        offline),
                new Surroundings(machine, servers, List.of()).loggingInWith(List.of(cloud)));
    }

    private List<SettingsServer> servers = List.of();

    private static String user(HostLogin login) {
        assertThat(login.lookup()).isInstanceOf(CredentialLookup.Found.class);
        Credential credential =
                ((CredentialLookup.Found) login.lookup()).found().credential();
        return ((Credential.Password) credential).username();
    }

    private CredentialLookup refusal() {
        return new CredentialLookup.Failed(
                Cause.PERMISSION_DENIED, "the cloud refuses", List.of(), "ask", List.of("the cloud"));
    }

    @Test
    void aCloudsRegistryGetsANewLoginThoughAnOldOneLiesAbout() throws Exception {
        servers = List.of(HELD);

        assertThat(user(find(null, false, CLOUDS).get(0))).isEqualTo("made");
    }

    private String userAt(String host, SettingsServer held) throws InterruptedException {
        servers = List.of(held);
        return user(find(null, false, host + "/team/app:1").get(0));
    }

    private static SettingsServer held(String host, String user, String password, boolean encrypted) {
        return new SettingsServer(host, user, Secret.of(password), null, !encrypted);
    }

    private static String tokenUntil(Instant end) {
        String claims = "{\"exp\":" + end.getEpochSecond() + "}";
        return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".s";
    }

    @Test
    void onAzureALoginThatStillCountsIsNotTurnedIntoAnothers() throws Exception {
        String acr = "contoso.azurecr.io";
        String guid = "00000000-0000-0000-0000-000000000000";

        assertThat(userAt(acr, held(acr, "contoso", "planted", false))).isEqualTo("contoso");
        assertThat(userAt(acr, held(acr, guid, tokenUntil(Instant.now().plusSeconds(600)), false)))
                .isEqualTo(guid);
        assertThat(userAt(acr, held(acr, guid, tokenUntil(Instant.EPOCH), false)))
                .isEqualTo("made");
    }

    @Test
    void onGoogleAKeyStaysAndATokenOfSomeHourDoesNot() throws Exception {
        String gar = "europe-west3-docker.pkg.dev";

        assertThat(userAt(gar, held(gar, "_json_key", "planted", false))).isEqualTo("_json_key");
        assertThat(userAt(gar, held(gar, "oauth2accesstoken", "planted", true))).isEqualTo("oauth2accesstoken");
        assertThat(userAt(gar, held(gar, "oauth2accesstoken", "planted", false)))
                .isEqualTo("made");
        assertThat(userAt("gcr.io", held("gcr.io", "oauth2accesstoken", "planted", false)))
                .isEqualTo("made");
    }

    @Test
    void aServerThatTheUserNamedComesBeforeAll() throws Exception {
        servers = List.of(NAMED, HELD);

        assertThat(user(find("named", false, CLOUDS).get(0))).isEqualTo("named");
    }

    @Test
    void anotherRegistryHasWhatTheUsualPlacesHold() throws Exception {
        servers = List.of(new SettingsServer("ghcr.io", "octo", Secret.of("planted"), null, false));

        List<HostLogin> logins = find(null, false, "ghcr.io/a/b:1", "ghcr.io/a/c:2", CLOUDS);

        assertThat(logins).extracting(HostLogin::host).containsExactly("ghcr.io", "cloud.example");
        assertThat(user(logins.get(0))).isEqualTo("octo");
    }

    @Test
    void whatIsHeldDoesWhereTheCloudGivesNone() throws Exception {
        servers = List.of(HELD);
        answer = refusal();

        assertThat(user(find(null, false, CLOUDS).get(0))).isEqualTo("held");
    }

    @Test
    void theCloudsRefusalIsToldWhereNothingIsHeld() throws Exception {
        answer = refusal();

        HostLogin login = find(null, false, CLOUDS).get(0);

        assertThat(login.isMissing()).isTrue();
        assertThat(login.lookup()).isEqualTo(refusal());
    }

    @Test
    void noLoginIsAFailureOnlyWhereNobodyGetsInWithout() throws Exception {
        answer = new CredentialLookup.None(List.of("the cloud: nothing to show"));

        List<HostLogin> logins = find(null, false, CLOUDS, "registry.example/app:1");

        assertThat(logins).extracting(HostLogin::isMissing).containsExactly(true, false);
    }

    @Test
    void offlineNoCloudIsAsked() throws Exception {
        HostLogin none = find(null, true, CLOUDS).get(0);
        servers = List.of(HELD);
        HostLogin held = find(null, true, CLOUDS).get(0);

        assertThat(none.lookup()).isInstanceOf(CredentialLookup.Failed.class);
        assertThat(((CredentialLookup.Failed) none.lookup()).summary()).startsWith("Maven is offline");
        assertThat(user(held)).isEqualTo("held");
    }
}
