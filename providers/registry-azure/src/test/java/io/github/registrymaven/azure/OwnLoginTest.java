package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A login that is made here, of what Azure knows this machine as. */
class OwnLoginTest {
    private static final PushLogin OURS = new PushLogin.Ours();

    @TempDir
    private Path home;

    private AzureTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AzureTestCloud.builder()
                .registry(it -> it.token("robot", "planted-robot", "team/*", "content/read", "content/write"))
                .application("ci", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .application("puller", who -> who.secret("planted").role(BuiltInRole.ACR_PULL))
                .application("stranger", who -> who.secret("planted"))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private Build as(String application) throws IOException {
        return new Build(cloud, home).as(application, "planted");
    }

    private static CredentialLookup.Failed failed(CredentialLookup lookup) {
        assertThat(lookup).isInstanceOf(CredentialLookup.Failed.class);
        return (CredentialLookup.Failed) lookup;
    }

    @Test
    void isMadeOfTheCallersOwnIdentityWithOneRequestOfEachSide() throws Exception {
        Instant before = Instant.now();

        CredentialLookup.Found lookup = (CredentialLookup.Found) as("ci").logIn();

        Credential.Password login = (Credential.Password) lookup.found().credential();
        assertThat(login.username()).isEqualTo(Build.GUID);
        assertThat(lookup.found().origin().description())
                .isEqualTo("Azure, with the identity from environment variables");
        assertThat(lookup.found().expires())
                .isBetween(before.plus(Duration.ofHours(2)), before.plus(Duration.ofHours(4)));
        assertThat(cloud.requests()).hasSize(1);
        assertThat(cloud.registry().requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("GET /v2/", "POST /oauth2/exchange");
    }

    @Test
    void isNoneWhereThisMachineHasNothingToShow() throws Exception {
        CredentialLookup lookup = new Build(cloud, home).logIn();

        assertThat(lookup).isEqualTo(new CredentialLookup.None(List.of("Azure: this machine has no Azure identity")));
        assertThat(cloud.registry().requests()).isEmpty();
    }

    @Test
    void saysWhatEntraSaysOfTheIdentity() throws Exception {
        CredentialLookup.Failed failed =
                failed(new Build(cloud, home).as("ci", "wrong").logIn());

        assertThat(failed.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(failed.summary()).isEqualTo("Entra says that the secret is wrong");
        assertThat(failed.toString()).doesNotContain("planted");
    }

    @Test
    void saysThatTheRegistryDoesNotTakeTheIdentity() throws Exception {
        CredentialLookup.Failed failed = failed(as("stranger").logIn());

        assertThat(failed.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(failed.summary())
                .isEqualTo("contoso.azurecr.io gives no login: it refuses the token of the application "
                        + cloud.clientId("stranger"));
        assertThat(failed.remedies().get(0).commands().get(0))
                .startsWith("az role assignment list --assignee " + cloud.objectId("stranger"));
    }

    @Test
    void isMadeOfATokenForRegistriesWhereNoOtherIsTaken() throws Exception {
        try (AzureTestCloud strict = AzureTestCloud.builder()
                .registry(it -> it.refusesResourceManagerTokens())
                .application("ci", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .start()) {
            assertThat(new Build(strict, home).as("ci", "planted").logIn()).isInstanceOf(CredentialLookup.Found.class);
        }
    }

    @Test
    void doesNotTakeThrottlingOrAFirewallForARefusal() throws Exception {
        cloud.registry().faults().on("POST", "/oauth2/exchange").tooManyRequests(60);
        CredentialLookup.Failed busy = failed(as("ci").logIn());
        ImageReport report = as("ci").pushedWith(OURS).check("team/app:1.0");
        try (AzureTestCloud closed = AzureTestCloud.builder()
                .registry(it -> it.firewall("203.0.113.7"))
                .application("ci", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .start()) {
            CredentialLookup.Failed refused =
                    failed(new Build(closed, home).as("ci", "planted").logIn());

            assertThat(refused.cause()).isEqualTo(Cause.NETWORK_RESTRICTED);
            assertThat(refused.evidence().toString()).contains("203.0.113.7");
        }

        assertThat(busy.cause()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void letsOurPushInWhereNoOtherPlaceHoldsALogin() throws Exception {
        ImageReport ours = as("ci").pushedWith(OURS).check("team/app:1.0");
        ImageReport anybodys = as("ci").pushedWith(new PushLogin.Anybody()).check("team/app:1.0");
        ImageReport jibs = as("ci").pushedWith(new PushLogin.Jibs()).check("team/app:1.0");
        PushReport pushed = as("ci").push("team/app:1.0");

        assertThat(ours.verdict()).as(ours.checks().toString()).isEqualTo(Verdict.PASS);
        assertThat(ours.checks()).noneMatch(check -> check.id().equals("azure-login"));
        assertThat(String.valueOf(ours.identity())).contains(cloud.clientId("ci"));
        assertThat(anybodys.verdict()).as(anybodys.checks().toString()).isEqualTo(Verdict.WARN);
        assertThat(Build.finding(anybodys, "azure-login").remedies().get(0).commands())
                .containsExactly("az acr login --name contoso");
        assertThat(Build.finding(jibs, "login").cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(pushed.verdict()).isEqualTo(Verdict.PASS);
        assertThat(cloud.registry().contents().toString()).contains("team/app");
    }

    @Test
    void leavesALoginThatDockerHoldsAsItIs() throws Exception {
        Build build = as("stranger").dockerLogin("robot", "planted-robot").pushedWith(OURS);

        ImageReport report = build.check("team/app:1.0");
        PushReport pushed = build.push("team/app:1.0");

        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        assertThat(pushed.verdict()).isEqualTo(Verdict.PASS);
        assertThat(cloud.registry().requests())
                .noneMatch(request -> request.path().equals("/oauth2/exchange"));
    }

    @Test
    void theCallersOwnLoginMakesItsDenialACertainFailure() throws Exception {
        ImageReport report = as("puller").pushedWith(OURS).check("team/app:1.0");

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Build.finding(report, "push-permission").remedies().toString())
                .contains("az role assignment create --assignee-object-id " + cloud.objectId("puller"));
        assertThat(as("puller").push("team/app:1.0").verdict()).isEqualTo(Verdict.FAIL);
    }
}
