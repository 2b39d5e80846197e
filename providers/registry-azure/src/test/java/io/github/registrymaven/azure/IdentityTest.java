package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
    @TempDir
    private Path home;

    private AzureTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AzureTestCloud.builder()
                .application(
                        "ci",
                        who -> who.secret("planted")
                                .expiredSecret("old")
                                .federated("planted-assertion")
                                .role(BuiltInRole.ACR_PUSH))
                .application("other", who -> who.secret("planted"))
                .application(
                        "foreigner",
                        who -> who.tenant("11111111-2222-4333-8444-555555555555")
                                .secret("planted"))
                .managedIdentity("machine", who -> who.role(BuiltInRole.ACR_PUSH))
                .user("ann@contoso.test", who -> who.role(BuiltInRole.ACR_PUSH))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private Build build() throws IOException {
        return new Build(cloud, home);
    }

    private static Finding identity(ImageReport report) {
        return Build.finding(report, "azure-identity");
    }

    @Test
    void saysWhoTheBuildIsAndWhoPushes() throws Exception {
        ImageReport report = build().as("ci", "planted")
                .login(cloud.clientId("ci"), "planted")
                .check("team/app:1.0");

        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        assertThat(identity(report).summary())
                .isEqualTo("Azure knows this build as the application " + cloud.clientId("ci"));
        assertThat(identity(report).evidence())
                .contains(
                        "the identity is from: environment variables",
                        "service principal " + cloud.clientId("ci") + ", object id " + cloud.objectId("ci")
                                + ", tenant " + cloud.tenant());
    }

    @Test
    void saysThatThePushIsByAnother() throws Exception {
        ImageReport report =
                build().as("other", "planted").loggedInAs("ann@contoso.test").check("team/app:1.0");

        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        assertThat(identity(report).summary())
                .startsWith("the push is by ann@contoso.test, Azure knows this build as the application ");
    }

    @Test
    void needsNoIdentityOfTheMachineWhereThePushHasALogin() throws Exception {
        ImageReport report = build().loggedInAs("ci").check("team/app:1.0");

        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        assertThat(identity(report).evidence().toString()).contains("Azure itself was not asked");
    }

    @Test
    void tellsAWrongSecretFromAnExpiredOne() throws Exception {
        Finding wrong = identity(build().as("ci", "wrong").loggedInAs("ci").check("team/app:1.0"));
        Finding expired = identity(build().as("ci", "old").loggedInAs("ci").check("team/app:1.0"));

        assertThat(wrong.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(wrong.summary()).endsWith("Entra says that the secret is wrong");
        assertThat(expired.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(expired.remedies().get(0).commands())
                .containsExactly("az ad app credential reset --id " + cloud.clientId("ci") + " --append");
        // The push has a login of its own, which is taken.
        assertThat(wrong.verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void tellsAWrongTenant() throws Exception {
        Finding unknown = identity(build().as("ci", "planted")
                .variable("AZURE_TENANT_ID", "nowhere")
                .check("team/app:1.0"));
        Finding another = identity(build().as("ci", "planted")
                .variable("AZURE_TENANT_ID", "11111111-2222-4333-8444-555555555555")
                .check("team/app:1.0"));

        assertThat(unknown.summary()).endsWith("Entra knows no such tenant");
        assertThat(another.summary()).contains("knows no such application in this tenant");
        assertThat(another.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void takesAFederatedTokenAndSaysWhereItFitsNot() throws Exception {
        Path token = Files.writeString(home.resolve("token"), "planted-assertion");
        Path wrong = Files.writeString(home.resolve("wrong"), "another");
        Build build = build().variable("AZURE_CLIENT_ID", cloud.clientId("ci"))
                .variable("AZURE_TENANT_ID", cloud.tenant())
                .variable("AZURE_FEDERATED_TOKEN_FILE", token.toString())
                .loggedInAs("ci");

        assertThat(identity(build.check("team/app:1.0")).evidence().toString()).contains("workload identity token in");
        Finding refused = identity(
                build.variable("AZURE_FEDERATED_TOKEN_FILE", wrong.toString()).check("team/app:1.0"));

        assertThat(refused.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(refused.summary()).contains("no federated credential of the application fits");
        assertThat(refused.remedies().get(0).commands().get(0)).contains("federated-credential list");
    }

    @Test
    void takesTheMachinesIdentityWhereNothingIsSetUp() throws Exception {
        ImageReport report = build().onAzure().loggedInAs("machine").check("team/app:1.0");

        assertThat(identity(report).evidence()).contains("the identity is from: the machine's managed identity");
    }

    /** A name of the SDK's, or a word for some of them; the machine has an identity of its own as well. */
    @ParameterizedTest
    @CsvSource({
        "prod, environment variables",
        "environmentcredential, environment variables",
        "ManagedIdentityCredential, the machine's managed identity"
    })
    void asksTheSourcesThatTheUserLeavesIn(String choice, String source) throws Exception {
        ImageReport report = build().as("ci", "planted")
                .onAzure()
                .variable("AZURE_TOKEN_CREDENTIALS", choice)
                .loggedInAs("ci")
                .check("team/app:1.0");

        assertThat(identity(report).evidence().toString()).contains("the identity is from: " + source);
    }

    @Test
    void saysThatTheUserLeavesASourceOut() throws Exception {
        Finding finding = identity(build().as("ci", "planted")
                .variable("AZURE_TOKEN_CREDENTIALS", "dev")
                .loggedInAs("ci")
                .check("team/app:1.0"));

        assertThat(finding.evidence()).contains("AZURE_TOKEN_CREDENTIALS is dev, which leaves other sources out");
    }

    @Test
    void saysThatOneOfSeveralMachineIdentitiesIsToBeNamed() throws Exception {
        String words =
                "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity";
        cloud.faults()
                .on("GET", "/metadata/*")
                .answer(400, "{\"error\":\"invalid_request\",\"error_description\":\"" + words + "\"}");

        String evidence = identity(build().onAzure().loggedInAs("ci").check("team/app:1.0"))
                .evidence()
                .toString();

        assertThat(evidence).contains("several managed identities, and AZURE_CLIENT_ID names none", words);
    }

    @Test
    void doesNotWaitForAMachineIdentityThatHangs() throws Exception {
        cloud.faults().on("GET", "/metadata/*").neverAnswer();

        ImageReport report = build().onAzure()
                .loggedInAs("ci")
                .patience(Duration.ofMillis(800), Duration.ofSeconds(30))
                .check("team/app:1.0");

        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        assertThat(identity(report).evidence().toString()).contains("the machine's metadata service gives no token");
    }

    @Test
    void doesNotTakeThrottlingForAWrongLogin() throws Exception {
        cloud.faults().on("POST", "*/oauth2/v2.0/token").tooManyRequests(120);

        Finding finding = identity(build().as("ci", "planted").loggedInAs("ci").check("team/app:1.0"));

        assertThat(finding.cause()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(finding.remedies().toString()).doesNotContain("az login", "credential reset");
    }

    @Test
    void seesAPageForPeopleWhereEntraShouldBe() throws Exception {
        cloud.faults().on("POST", "*/oauth2/v2.0/token").captivePortal();

        Finding finding = identity(build().as("ci", "planted").loggedInAs("ci").check("team/app:1.0"));

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void saysWhichHalfOfTheEnvironmentIsMissing() throws Exception {
        ImageReport report = build().variable("AZURE_CLIENT_SECRET", "planted")
                .variable("AZURE_CLIENT_ID", cloud.clientId("ci"))
                .check("team/app:1.0");

        assertThat(identity(report).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(identity(report).evidence())
                .contains(
                        "AZURE_CLIENT_SECRET is set, and AZURE_TENANT_ID is not: Azure's tools pass over both in silence");
        assertThat(identity(report).cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
    }

    @Test
    void saysThatNoLoginIsMadeOfTheIdentityAndWhetherItWouldDo() throws Exception {
        ImageReport may = build().as("ci", "planted").check("team/app:1.0");
        ImageReport stranger = build().as("other", "planted").check("team/app:1.0");

        assertThat(may.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Build.finding(may, "login").cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(identity(may).evidence()).contains("the registry takes its token, and grants a push to team/app");
        assertThat(identity(may).remedies().get(0).commands()).containsExactly("az acr login --name contoso");
        assertThat(identity(stranger).evidence())
                .contains(
                        "the registry refuses its token: it is of another tenant than the registry, or has no role there");
    }

    @Test
    void findsOutThatTokensForResourceManagerAreNotTaken() throws Exception {
        try (AzureTestCloud strict = AzureTestCloud.builder()
                .registry(it -> it.refusesResourceManagerTokens())
                .application("ci", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .start()) {
            ImageReport report = new Build(strict, home).as("ci", "planted").check("team/app:1.0");

            assertThat(identity(report).evidence().toString()).contains("azureADAuthenticationAsArmPolicy is disabled");
        }
    }

    @Test
    void saysThatLoginAndIdentityAreOfDifferentTenants() throws Exception {
        ImageReport report = build().as("foreigner", "planted").loggedInAs("ci").check("team/app:1.0");

        assertThat(identity(report).verdict()).isEqualTo(Verdict.WARN);
        assertThat(identity(report).summary()).contains("of tenant " + cloud.tenant());
    }

    @Test
    void namesNoSecretAnywhere() throws Exception {
        String token = cloud.refreshToken("ci", 600);
        ImageReport report =
                build().as("ci", "planted-wrong").login(Build.GUID, token).check("team/app:1.0");

        assertThat(report.toString()).doesNotContain("planted-wrong", token);
    }
}
