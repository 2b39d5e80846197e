package io.github.registrymaven.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.RecordedRequest;
import io.github.registrymaven.testkit.azure.AcrDescription;
import io.github.registrymaven.testkit.azure.AzureTestCloud;
import io.github.registrymaven.testkit.azure.AzureTestCloudBuilder;
import io.github.registrymaven.testkit.azure.BuiltInRole;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionTest {
    private static final String KEY = "https://vault.test/keys/images";

    @TempDir
    private Path home;

    private static AzureTestCloudBuilder described() {
        return AzureTestCloud.builder()
                .registry(it -> it.adminUser().token("reader", "planted", "team/*", "content/read"))
                .application("puller", who -> who.secret("planted").role(BuiltInRole.ACR_PULL))
                .application("auditor", who -> who.secret("planted").roleOnSubscription(BuiltInRole.READER))
                .application("pusher", who -> who.secret("planted").role(BuiltInRole.ACR_PUSH))
                .application("owner", who -> who.secret("planted").role(BuiltInRole.OWNER));
    }

    private static Finding denied(ImageReport report) {
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.FAIL);
        Finding finding = Build.finding(report, "push-permission");
        assertThat(finding.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        return finding;
    }

    @Test
    void saysThatTheRegistryHasLostItsKey() throws Exception {
        Finding broken = standing(it -> it.sku("Premium").customerKey(KEY).keyIdentityLost());
        Finding sound = standing(it -> it.sku("Premium").customerKey(KEY));

        assertThat(broken.verdict()).isEqualTo(Verdict.WARN);
        assertThat(broken.summary())
                .isEqualTo("contoso.azurecr.io reads its key with an identity that it no longer has");
        assertThat(sound.verdict()).isEqualTo(Verdict.PASS);
    }

    /** What is said of a registry beside a push that it takes. */
    private Finding standing(Consumer<AcrDescription> registry) throws Exception {
        try (AzureTestCloud cloud = AzureTestCloud.builder()
                .registry(registry)
                .application(
                        "ci",
                        who -> who.secret("planted").role(BuiltInRole.ACR_PUSH).roleOnSubscription(BuiltInRole.READER))
                .start()) {
            return Build.finding(
                    new Build(cloud, home).as("ci", "planted").loggedInAs("ci").check("team/app:1.0"),
                    "registry-standing");
        }
    }

    @Test
    void saysThatWhatIsPushedIsInQuarantine() throws Exception {
        Finding finding = standing(it -> it.sku("Premium").quarantine().zoneRedundant());

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.summary())
                .isEqualTo("contoso.azurecr.io/team/app is in quarantine after a push, until somebody releases it");
        assertThat(finding.evidence().toString()).contains("zoneRedundancy is Enabled", "quarantinePolicy is enabled");
    }

    @Test
    void namesTheRoleForExactlyThisPrincipalOnTheRegistry() throws Exception {
        try (AzureTestCloud cloud = described().start()) {
            Finding finding = denied(new Build(cloud, home)
                    .as("auditor", "planted")
                    .login(cloud.clientId("auditor"), "planted")
                    .check("team/app:1.0"));

            assertThat(finding.remedies()).hasSize(1);
            assertThat(finding.remedies().get(0).commands())
                    .containsExactly("az role assignment create --assignee-object-id " + cloud.objectId("auditor")
                            + " --assignee-principal-type ServicePrincipal --role \"AcrPush\" --scope "
                            + cloud.resourceId());
            assertThat(finding.evidence())
                    .contains("its roles are registry-wide", "Resource Manager says that its roles allow no push");
        }
    }

    @Test
    void namesTheRoleByRepositoryWhereRolesAreByRepository() throws Exception {
        try (AzureTestCloud cloud =
                described().registry(it -> it.rolesByRepository()).start()) {
            Finding finding = denied(new Build(cloud, home)
                    .as("owner", "planted")
                    .login(cloud.clientId("owner"), "planted")
                    .check("team/app:1.0"));

            assertThat(finding.remedies().get(0).commands().get(0))
                    .contains("--role \"Container Registry Repository Writer\"");
            assertThat(finding.evidence().toString()).contains("AcrPush, Owner and Contributor count for nothing here");
        }
    }

    @Test
    void askFirstHowRolesAreAssignedWhereThatIsHidden() throws Exception {
        try (AzureTestCloud cloud = described().start()) {
            Finding finding = denied(new Build(cloud, home)
                    .as("puller", "planted")
                    .login(cloud.clientId("puller"), "planted")
                    .check("team/app:1.0"));

            assertThat(finding.remedies()).hasSize(3);
            assertThat(finding.remedies().get(0).commands().get(0)).contains("roleAssignmentMode");
            assertThat(finding.evidence().toString()).contains("grants metadata_read, pull");
        }
    }

    @Test
    void letsATokensScopeMapWrite() throws Exception {
        try (AzureTestCloud cloud = described().start()) {
            Finding finding =
                    denied(new Build(cloud, home).login("reader", "planted").check("team/app:1.0"));

            assertThat(finding.remedies().get(0).commands().get(1))
                    .contains("--add-repository team/app content/read content/write");
        }
    }

    @Test
    void believesTheRegistryWhereTheTokenIsItsOnlyWord() throws Exception {
        try (AzureTestCloud cloud = described().start()) {
            ImageReport report =
                    new Build(cloud, home).loggedInAs("pusher").byToken().check("team/app:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void takesATokenThatSaysNothingForNoDenial() throws Exception {
        try (AzureTestCloud cloud = described().start()) {
            cloud.registry().faults().on("*", "/oauth2/token").answer(200, "{\"access_token\":\"opaque\"}");

            ImageReport report =
                    new Build(cloud, home).loggedInAs("pusher").byToken().check("team/app:1.0");

            assertThat(report.checks()).noneMatch(finding -> finding.verdict() == Verdict.FAIL);
        }
    }

    @Test
    void doesNotTakeBrokenAnswersOfResourceManagerForDenials() throws Exception {
        try (AzureTestCloud cloud = described().start()) {
            for (int status : new int[] {400, 403, 404, 429, 500}) {
                cloud.faults().clear();
                cloud.faults()
                        .on("*", "/providers/*")
                        .answer(status, "{\"error\":{\"code\":\"Odd\",\"message\":\"odd\"}}");

                ImageReport report = new Build(cloud, home)
                        .as("pusher", "planted")
                        .login(cloud.clientId("pusher"), "planted")
                        .check("team/app:1.0");

                assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
            }
        }
    }

    @Test
    void asksResourceManagerTheSameHoweverManyImagesThereAre() throws Exception {
        try (AzureTestCloud cloud = described().start()) {
            Build build = new Build(cloud, home).as("owner", "planted").login(cloud.clientId("owner"), "planted");
            String[] many = IntStream.range(0, 40)
                    .mapToObj(number -> cloud.registryHost() + "/team/app" + number % 8 + ":" + number)
                    .toArray(String[]::new);

            PreflightReport report = build.checkAll(many);

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(cloud.requests().stream().map(PermissionTest::shape).toList())
                    .containsExactlyInAnyOrder(
                            "POST token", "POST Microsoft.ResourceGraph", "GET registry", "GET permissions");
        }
    }

    private static String shape(RecordedRequest request) {
        String path = request.path();
        List<String> known = List.of("token", "Microsoft.ResourceGraph", "permissions");
        return request.method() + " "
                + known.stream().filter(path::contains).findFirst().orElse("registry");
    }
}
