package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a preflight says of a push besides its verdict, which {@link TruthMatrixTest} holds against pushes. */
class TruthTest {
    @TempDir
    private Path home;

    private static AwsTestCloudBuilder described() {
        return AwsTestCloud.builder()
                .repository("team/app")
                .repository("team/fixed", it -> it.immutable().image("1.0"))
                .user(
                        "full",
                        who -> who.allowPush("*")
                                .allow("*", "ecr:Describe*", "iam:SimulatePrincipalPolicy", "iam:GetRole"))
                .user(
                        "noput",
                        who -> who.allowPush("*").deny("*", "ecr:PutImage").allow("*", "ecr:*", "iam:*"))
                .user(
                        "noinit",
                        who -> who.allowPush("*")
                                .deny("*", "ecr:InitiateLayerUpload")
                                .allow("*", "iam:*"))
                .role("ci", who -> who.path("/service/").allowPush("team/*").allow("*", "ecr:Describe*", "iam:*"));
    }

    private Rehearsal as(AwsTestCloud cloud, AwsKey key) {
        return new Rehearsal(cloud, key, home);
    }

    private ImageReport check(AwsTestCloud cloud, AwsKey key, String path) throws InterruptedException {
        return as(cloud, key).byStoredLogin(path, null);
    }

    private static @Nullable Cause cause(ImageReport report) {
        Finding decisive = report.decisive();
        return decisive == null ? null : decisive.cause();
    }

    @Test
    void namesTheCauseThatThePushWouldMeet() throws Exception {
        try (AwsTestCloud cloud = described().start()) {
            assertThat(cause(check(cloud, cloud.userKey("noput"), "team/app:1.0")))
                    .isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(cause(check(cloud, cloud.userKey("noinit"), "team/app:1.0")))
                    .isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(cause(check(cloud, cloud.userKey("full"), "team/absent:1.0")))
                    .isEqualTo(Cause.REPOSITORY_NOT_FOUND);
            assertThat(cause(check(cloud, cloud.userKey("full"), "team/fixed:1.0")))
                    .isEqualTo(Cause.TAG_IMMUTABLE);
        }
    }

    @Test
    void seesThroughARepositoryPolicyThatAllowsWhatTheCallersOwnDoesNot() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user(
                        "guest",
                        who -> who.allow(
                                "*", "ecr:GetAuthorizationToken", "ecr:Describe*", "ecr:GetRepositoryPolicy", "iam:*"))
                .repository(
                        "team/app",
                        it -> it.policy(
                                "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"ecr:*\"}]}"))
                .start()) {
            ImageReport report = check(cloud, cloud.userKey("guest"), "team/app:1.0");

            // The simulation denies the upload that the registry opens.
            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.WARN);
            assertThat(as(cloud, cloud.userKey("guest")).push("team/app:1.0")).isEmpty();
        }
    }

    @Test
    void namesWhoPushesInTheReportWhereThatIsCertain() throws Exception {
        try (AwsTestCloud cloud = described().start()) {
            Rehearsal session = as(cloud, cloud.session("ci", "build"));

            Identity helpers = Objects.requireNonNull(
                    session.byHelper("team/app:1.0", null).identity());
            Identity stored = Objects.requireNonNull(
                    session.byStoredLogin("team/app:1.0", null).identity());

            assertThat(helpers.name()).isEqualTo("arn:aws:sts::123456789012:assumed-role/ci/build");
            assertThat(helpers.origin()).isEqualTo("environment variables");
            assertThat(stored.name()).isEqualTo("AWS");
            Identity refused = Objects.requireNonNull(
                    check(cloud, cloud.userKey("noinit"), "team/app:1.0").identity());
            assertThat(refused.name()).isEqualTo("arn:aws:iam::123456789012:user/noinit");
        }
    }

    @Test
    void warnsOnlyWhereAFixedTagIsThisVeryImageAndThePushDoesNothing() throws Exception {
        try (AwsTestCloud cloud = described().start()) {
            Rehearsal full = as(cloud, cloud.userKey("full"));
            assertThat(full.push("team/fixed:2.0")).isEmpty();
            String digest = SmallImage.digest(home.resolve("image"));

            ImageReport report = full.byStoredLogin("team/fixed:2.0", digest);

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.WARN);
            assertThat(full.push("team/fixed:2.0")).isEmpty();
        }
    }

    private static String deny(String action) {
        return """
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
                 {"Effect": "Deny", "Principal": "*", "Action": "%s", "Resource": "*"}]}""".formatted(action);
    }

    private static String identityDeny(String action) {
        return deny(action).replace("\"Principal\": \"*\", ", "");
    }

    /** The first remedy for a push that an organisation, a session or an endpoint refuses, which the push then meets, too. */
    private String remedy(AwsTestCloud cloud, AwsKey key) throws Exception {
        ImageReport report = check(cloud, key, "team/app:1.0");
        Finding decisive = report.decisive();
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.FAIL);
        assertThat(decisive).isNotNull();
        assertThat(as(cloud, key).push("team/app:1.0")).isNotEmpty();
        return decisive == null ? "" : decisive.remedies().get(0).title();
    }

    @Test
    void sendsWhoeverAnOrganisationRefusesToItsKeepers() throws Exception {
        try (AwsTestCloud cloud = described()
                .serviceControlPolicy("p-limit", identityDeny("ecr:InitiateLayerUpload"))
                .start()) {
            assertThat(remedy(cloud, cloud.userKey("full"))).contains("AWS organisation");
        }
    }

    @Test
    void sendsWhoeverAnEndpointRefusesToItsPolicy() throws Exception {
        try (AwsTestCloud cloud =
                described().endpointPolicy(deny("ecr:InitiateLayerUpload")).start()) {
            assertThat(remedy(cloud, cloud.userKey("full"))).contains("policy of a VPC endpoint");
        }
    }

    @Test
    void sendsWhoeverASessionPolicyRefusesToThatPolicy() throws Exception {
        try (AwsTestCloud cloud = described().start()) {
            AwsKey key = cloud.session("ci", "build", identityDeny("ecr:InitiateLayerUpload"), Duration.ofMinutes(15));

            assertThat(remedy(cloud, key)).contains("session policy");
        }
    }

    /** A session does not tell its role's path, and a policy that leaves it out names nobody. */
    @Test
    void handsOverAStatementThatLetsAGuestsRolePush() throws Exception {
        AwsTestCloudBuilder guests = AwsTestCloud.builder()
                .role(
                        "guest",
                        who -> who.account("999900001111").path("/teams/a/").allowPush("*"));
        String policy;
        try (AwsTestCloud cloud = guests.repository("team/app").start()) {
            Finding refused = check(cloud, cloud.session("guest", "build"), "team/app:1.0")
                    .decisive();
            policy = Objects.requireNonNull(refused).remedies().stream()
                    .flatMap(remedy -> remedy.files().stream())
                    .filter(file -> file.name().equals("repository-policy.json"))
                    .findFirst()
                    .orElseThrow()
                    .content();
            assertThat(as(cloud, cloud.session("guest", "build")).push("team/app:1.0"))
                    .isNotEmpty();
        }
        String statement = policy;

        try (AwsTestCloud cloud =
                guests.repository("team/app", it -> it.policy(statement)).start()) {
            assertThat(as(cloud, cloud.session("guest", "build")).push("team/app:1.0"))
                    .isEmpty();
        }
    }

    @Test
    void saysThatACallerOfAnotherAccountIsOne() throws Exception {
        try (AwsTestCloud cloud = described()
                .user("guest", who -> who.account("999900001111").allowPush("*"))
                .start()) {
            ImageReport report = check(cloud, cloud.userKey("guest"), "team/app:1.0");

            assertThat(report.checks().toString()).contains("AWS knows this build as one of 999900001111");
        }
    }
}
