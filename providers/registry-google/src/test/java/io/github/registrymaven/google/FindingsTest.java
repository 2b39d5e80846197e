package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import io.github.registrymaven.testkit.google.GoogleTestCloudBuilder;
import io.github.registrymaven.testkit.google.ProjectTrouble;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the findings say, and what of Google's trouble is the push's. */
class FindingsTest {
    @TempDir
    private Path home;

    private static GoogleTestCloudBuilder described() {
        return GoogleTestCloud.builder()
                .account("ci")
                .account("reader")
                .grant("roles/artifactregistry.writer", "ci")
                .repository("app", it -> it.grant("roles/artifactregistry.reader", "reader"))
                .repository("fixed", it -> it.immutableTags().image("web:1.0"));
    }

    @Test
    void grantTheLeastRoleOnTheRepositoryToExactlyThatIdentity() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Finding finding =
                    Workplace.finding(new Workplace(cloud, home).as("reader").check("app/web:1.0"), "push-permission");

            assertThat(finding.summary())
                    .isEqualTo("europe-west3-docker.pkg.dev/acme-prod/app/web refuses pushes from "
                            + cloud.email("reader"));
            assertThat(finding.evidence())
                    .contains(
                            "artifactregistry.repositories.uploadArtifacts: not granted, says testIamPermissions",
                            "artifactregistry.repositories.downloadArtifacts: granted, says testIamPermissions",
                            "IAM says that roles/artifactregistry.writer holds what is missing");
            assertThat(finding.remedies().get(0).commands())
                    .containsExactly("gcloud artifacts repositories add-iam-policy-binding app --project=acme-prod"
                            + " --location=europe-west3 --member=serviceAccount:" + cloud.email("reader")
                            + " --role=roles/artifactregistry.writer");
        }
    }

    @Test
    void nameWhatWasProbablyMeant() throws Exception {
        try (GoogleTestCloud cloud = described()
                .otherProject("acme-dev")
                .repositoryIn("acme-prod", "us", "apps")
                .start()) {
            Workplace workplace = new Workplace(cloud, home).as("ci");

            Finding wrongName = Workplace.finding(workplace.check("appp/web:1.0"), "repository");
            Finding wrongPlace = Workplace.finding(workplace.check("apps/web:1.0"), "repository");

            assertThat(wrongName.cause()).isEqualTo(Cause.REPOSITORY_NOT_FOUND);
            assertThat(wrongName.evidence()).contains("probably meant: app");
            assertThat(wrongName.remedies().get(0).commands().get(0))
                    .startsWith(
                            "gcloud artifacts repositories create appp --project=acme-prod --location=europe-west3");
            assertThat(wrongPlace.evidence())
                    .contains("there is one of that name in us, and the host says europe-west3");
        }
    }

    @Test
    void nameTheProjectThatGcloudMeans() throws Exception {
        try (GoogleTestCloud cloud = described()
                .otherProject("acme-dev")
                .repositoryIn("acme-dev", "europe-west3", "tools")
                .grantOn("acme-dev", "roles/artifactregistry.reader", "ci")
                .start()) {
            Workplace workplace = new Workplace(cloud, home).as("ci");

            Finding byVariable = Workplace.finding(
                    workplace.variable("CLOUDSDK_CORE_PROJECT", "acme-dev").check("tools/web:1.0"), "repository");
            Finding byConfiguration = Workplace.finding(
                    workplace
                            .without("CLOUDSDK_CORE_PROJECT")
                            .file(".config/gcloud/active_config", "work")
                            .file(".config/gcloud/configurations/config_work", "[core]\nproject = acme-dev\n")
                            .check("tools/web:1.0"),
                    "repository");

            String line = "there is one of that name in project acme-dev, and the reference says acme-prod";
            assertThat(byVariable.evidence()).contains(line);
            assertThat(byConfiguration.evidence()).contains(line);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "API_DISABLED,      API_DISABLED,       the API is not enabled",
        "BILLING_DISABLED,  API_DISABLED,       billing is not enabled",
        "OUTSIDE_PERIMETER, NETWORK_RESTRICTED, VPC Service Controls refuse the request"
    })
    void tellTheProjectsTroublesApart(ProjectTrouble trouble, Cause cause, String words) throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            cloud.trouble(trouble);

            ImageReport report = new Workplace(cloud, home).as("ci").check("app/web:1.0");

            Finding finding = Workplace.finding(report, "repository");
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.cause()).isEqualTo(cause);
            assertThat(finding.summary()).contains(words);
            if (trouble == ProjectTrouble.OUTSIDE_PERIMETER) {
                assertThat(finding.remedies().get(0).title()).contains("q1w2e3r4t5y6u7i8o9p0", "service perimeter");
            }
        }
    }

    /** A laptop outside the perimeter, or without a quota project, may not ask; the registry is what a push asks. */
    @ParameterizedTest
    @EnumSource(ProjectTrouble.class)
    void takeNoTroubleOfAskingForThePushs(ProjectTrouble trouble) throws Exception {
        String reason = switch (trouble) {
            case API_DISABLED -> "SERVICE_DISABLED";
            case BILLING_DISABLED -> "BILLING_DISABLED";
            case OUTSIDE_PERIMETER -> "SECURITY_POLICY_VIOLATED";
        };
        try (GoogleTestCloud cloud = described().start()) {
            cloud.faults().on("artifactregistry.*").fail(403, "PERMISSION_DENIED", "No.", reason);

            ImageReport report = new Workplace(cloud, home).as("ci").check("app/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
            assertThat(Workplace.finding(report, "google-repository").summary()).contains("is not shown by Google");
        }
    }

    @Test
    void takeTheRegistrysOwnWordBeforeWhatKeptUsFromAsking() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            cloud.faults().on("artifactregistry.*").fail(403, "PERMISSION_DENIED", "No.", "SERVICE_DISABLED");

            ImageReport report = new Workplace(cloud, home).as("reader").check("app/web:1.0");

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(Workplace.cause(report)).isEqualTo(Cause.PERMISSION_DENIED);
        }
    }

    @Test
    void sayThatAProjectIsNotThere() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report =
                    new Workplace(cloud, home).as("ci").check("europe-west3-docker.pkg.dev/acme-pord/app/web:1.0");

            assertThat(Workplace.cause(report)).isEqualTo(Cause.PROJECT_OR_ACCOUNT_NOT_FOUND);
        }
    }

    /** Busy, broken, odd or silent: nothing of it is a reason to fail a push that the registry takes. */
    @ParameterizedTest
    @CsvSource({"throttle", "serverError", "proxyPage", "drop", "odd", "empty", "notFound"})
    void failNoPushForAnAnswerThatCannotBeUnderstood(String fault) throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            var order = cloud.faults().on("artifactregistry.repositories.testIamPermissions");
            switch (fault) {
                case "throttle" -> order.throttle();
                case "serverError" -> order.serverError();
                case "proxyPage" -> order.proxyPage();
                case "drop" -> order.drop();
                case "odd" -> order.answer(200, "{\"permissions\":{\"a\":1}}");
                case "empty" -> order.answer(200, "");
                default -> order.fail(404, "NOT_FOUND", "Requested entity was not found.");
            }

            ImageReport report = new Workplace(cloud, home).as("ci").check("app/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isIn(Verdict.PASS, Verdict.WARN);
        }
    }

    @Test
    void sayWhereApiAndRegistryDisagree() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            cloud.faults()
                    .on("artifactregistry.repositories.testIamPermissions")
                    .answer(200, "{}");
            ImageReport opened = new Workplace(cloud, home).as("ci").check("app/web:1.0");
            cloud.faults().clear();
            cloud.registry()
                    .faults()
                    .on("POST", "*")
                    .error(403, "DENIED", "Permission denied on resource (or it may not exist)");
            ImageReport refused = new Workplace(cloud, home).as("ci").check("app/web:1.0");

            assertThat(Workplace.finding(opened, "push-actions").verdict()).isEqualTo(Verdict.WARN);
            Finding decided = Workplace.finding(refused, "push-permission");
            assertThat(decided.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(decided.evidence().toString()).contains("the upload is granted, and the registry refuses it");
        }
    }

    /** That it is granted does not make an upload that the registry did not open. */
    @ParameterizedTest
    @CsvSource({"404, FAIL", "405, FAIL", "413, FAIL", "429, UNKNOWN", "500, FAIL", "0, UNKNOWN"})
    void leaveTheRegistryItsOwnWordOnAnUpload(int status, Verdict verdict) throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            if (status == 0) {
                cloud.registry().faults().on("POST", "*").drop();
            } else {
                cloud.registry().faults().on("POST", "*").error(status, "UNKNOWN", "no upload");
            }

            ImageReport report = new Workplace(cloud, home).as("ci").check("app/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(verdict);
        }
    }

    @Test
    void provePermissionWithoutAnUpload() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report =
                    new Workplace(cloud, home).as("ci").probe(Probe.TOKEN).check("app/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
            assertThat(Workplace.finding(report, "push-permission").summary()).contains("may do all that a push");
        }
    }

    @Test
    void judgeATagByItsDigest() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String digest =
                    cloud.registry().images("acme-prod/fixed/web").get(0).digest();

            Finding same = Workplace.finding(
                    new Workplace(cloud, home).as("ci").localDigest(digest).check("fixed/web:1.0"), "tag");
            Finding other = Workplace.finding(
                    new Workplace(cloud, home)
                            .as("ci")
                            .localDigest("sha256:" + "0".repeat(64))
                            .check("fixed/web:1.0"),
                    "tag");

            assertThat(same.verdict()).isEqualTo(Verdict.WARN);
            assertThat(other.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(other.cause()).isEqualTo(Cause.TAG_IMMUTABLE);
            assertThat(other.evidence()).contains("it is " + digest);
        }
    }

    @Test
    void sayThatDockersConfigLeavesOutTheHost() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report = new Workplace(cloud, home)
                    .file(
                            ".docker/config.json",
                            "{\"credHelpers\":{\"us-docker.pkg.dev\":\"gcloud\",\"gcr.io\":\"gcloud\"}}")
                    .check("app/web:1.0");

            Finding login = Workplace.finding(report, "login");
            assertThat(login.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(login.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(login.evidence().get(0)).contains("names a helper for gcr.io, us-docker.pkg.dev, and none for");
            assertThat(login.remedies().get(0).commands())
                    .containsExactly("gcloud auth configure-docker europe-west3-docker.pkg.dev");
        }
    }

    @Test
    void sayHowGcrComesIntoBeing() throws Exception {
        try (GoogleTestCloud cloud = described().host("gcr.io").start()) {
            ImageReport report = new Workplace(cloud, home)
                    .login("gcr.io", "oauth2accesstoken", cloud.accessToken("ci"))
                    .check("gcr.io/acme-prod/web:1.0");

            Finding finding = Workplace.finding(report, "repository");
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.evidence().toString()).contains("Container Registry takes no pushes since 2025-03-18");
            assertThat(finding.remedies().get(2).commands().get(0))
                    .contains("--role=roles/artifactregistry.createOnPushWriter");
        }
    }

    /** Whether Resource Manager knows permissions of Artifact Registry is seen by its granting one. */
    @Test
    void leaveItOpenWhereResourceManagerGrantsNothingAtAll() throws Exception {
        try (GoogleTestCloud cloud = described().host("gcr.io").start()) {
            cloud.faults().on("cloudresourcemanager.*").answer(200, "{}");

            ImageReport report = new Workplace(cloud, home)
                    .login("gcr.io", "oauth2accesstoken", cloud.accessToken("ci"))
                    .check("gcr.io/acme-prod/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.UNKNOWN);
        }
    }

    @Test
    void leaveItOpenWhereGcrCannotBeSeen() throws Exception {
        try (GoogleTestCloud cloud = described().host("gcr.io").start()) {
            cloud.faults().on("cloudresourcemanager.*").fail(403, "PERMISSION_DENIED", "No.", "SERVICE_DISABLED");

            ImageReport report = new Workplace(cloud, home)
                    .login("gcr.io", "oauth2accesstoken", cloud.accessToken("ci"))
                    .check("gcr.io/acme-prod/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.UNKNOWN);
        }
    }
}
