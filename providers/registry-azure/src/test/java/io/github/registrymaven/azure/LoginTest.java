package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.azure.AcrDescription;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seven causes that ACR answers alike: 401, authentication required. */
class LoginTest {
    @TempDir
    private Path home;

    private static AzureTestCloud cloud(Consumer<AcrDescription> registry) throws IOException {
        return AzureTestCloud.builder()
                .registry(registry)
                .application(
                        "ci", who -> who.secret("planted").expiredSecret("old").role(BuiltInRole.ACR_PUSH))
                .application("auditor", who -> who.secret("planted").roleOnSubscription(BuiltInRole.READER))
                .start();
    }

    private static Finding refused(ImageReport report) {
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.FAIL);
        return Build.finding(report, "login");
    }

    @Test
    void tellsAnAdministratorThatIsSwitchedOff() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            Finding finding = refused(new Build(cloud, home)
                    .as("auditor", "planted")
                    .login("contoso", "any")
                    .check("team/app:1.0"));

            assertThat(finding.cause()).isEqualTo(Cause.ADMIN_USER_DISABLED);
            assertThat(finding.remedies().get(0).commands())
                    .as("settings.xml is asked before what az acr login writes")
                    .containsExactly("az acr login --name contoso --expose-token --output tsv --query accessToken");
        }
    }

    @Test
    void tellsTheAdministratorsWrongPasswordAndSaysWhereItCannotTell() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.adminUser())) {
            Finding known = refused(new Build(cloud, home)
                    .as("auditor", "planted")
                    .login("Contoso", "wrong")
                    .check("team/app:1.0"));
            Finding unknown =
                    refused(new Build(cloud, home).login("contoso", "wrong").check("team/app:1.0"));

            assertThat(known.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
            assertThat(known.evidence().toString()).contains("adminUserEnabled is true");
            assertThat(unknown.evidence().toString()).contains("Azure did not tell which");
        }
    }

    @Test
    void tellsARefreshTokenThatHasExpired() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            Finding finding = refused(new Build(cloud, home)
                    .login(Build.GUID, cloud.refreshToken("ci", -60))
                    .check("team/app:1.0"));

            assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
            assertThat(finding.evidence().toString()).contains("it expired at ");
            assertThat(finding.remedies())
                    .satisfiesExactly(
                            replace -> assertThat(replace.title()).contains("settings.xml"),
                            with -> assertThat(with.commands().toString())
                                    .contains("az acr login --name contoso --expose-token"));
        }
    }

    @Test
    void tellsATokenForAnotherRegistry() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"));
                AzureTestCloud other = AzureTestCloud.builder()
                        .name("fabrikam")
                        .application("ci", who -> who.role(BuiltInRole.ACR_PUSH))
                        .start()) {
            Finding finding = refused(new Build(cloud, home)
                    .login(Build.GUID, other.refreshToken("ci", 600))
                    .check("team/app:1.0"));

            assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
            assertThat(finding.summary()).endsWith("refuses the login: it is for fabrikam.azurecr.io");
        }
    }

    @Test
    void tellsAnApplicationsExpiredSecretFromAWrongOneWhereEntraWasAskedForIt() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            String id = cloud.clientId("ci");

            Finding expired = refused(
                    new Build(cloud, home).as("ci", "old").login(id, "old").check("team/app:1.0"));
            Finding wrong = refused(
                    new Build(cloud, home).as("ci", "bad").login(id, "bad").check("team/app:1.0"));
            Finding other = refused(
                    new Build(cloud, home).as("ci", "planted").login(id, "bad").check("team/app:1.0"));
            Finding alone = refused(new Build(cloud, home).login(id, "bad").check("team/app:1.0"));

            assertThat(expired.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
            assertThat(wrong.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
            assertThat(other.evidence().toString()).contains("the secret of the push is another than that");
            assertThat(alone.evidence().toString())
                    .contains("its secret is wrong or has expired, or it is of another tenant than the registry");
        }
    }

    @Test
    void saysThatALoginNameIsOfNoKindThatTheRegistryKnows() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.sku("Basic"))) {
            Finding finding = refused(
                    new Build(cloud, home).login("ann@contoso.test", "planted").check("team/app:1.0"));

            assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
            assertThat(finding.evidence().toString()).contains("none of them looks like this");
        }
    }

    @Test
    void leavesLoginsAloneThatAreTaken() throws Exception {
        try (AzureTestCloud cloud = cloud(it -> it.adminUser())) {
            ImageReport report = new Build(cloud, home)
                    .login("contoso", cloud.adminPassword())
                    .check("team/app:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
            assertThat(Build.finding(report, "login").verdict()).isEqualTo(Verdict.PASS);
        }
    }
}
