package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {
    private static final String NOT_ALLOWED = "<EvalDecision>implicitDeny</EvalDecision>";
    private static final String FORBIDDEN = "<EvalDecision>explicitDeny</EvalDecision>";
    private static final String HELPER = "docker-credential-ecr-login, found on the PATH";

    @TempDir
    private Path home;

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws().repository("team/app");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Build build() {
        return new Build(home, aws.url());
    }

    private static Finding actions(Build build) throws InterruptedException {
        return build.ask().finding("push-actions");
    }

    @Test
    void provesAllSevenActions() throws Exception {
        aws.simulates(Map.of());

        Finding finding = actions(build().saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.unverified()).containsExactly(PermissionFinding.UNSEEN_POLICIES);
        assertThat(finding.evidence())
                .contains(
                        "ecr:GetAuthorizationToken: allowed, by a login that AWS gave",
                        "ecr:InitiateLayerUpload: allowed, by an upload session that was opened",
                        "ecr:PutImage: allowed, by IAM's simulation");
        assertThat(aws.bodies().toString()).doesNotContain("ResourceArns.member.1=*");
        // The role's path, which its session does not tell.
        assertThat(aws.bodies().toString()).contains("role%2Fservice%2Fci");
    }

    @Test
    void saysWhatStaysUnverifiedWhereIamMayNotBeAsked() throws Exception {
        Finding finding = actions(build().saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.unverified())
                .containsExactly("ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage");
        assertThat(finding.evidence()).contains("ecr:BatchGetImage: allowed, by a harmless question");
    }

    @Test
    void failsWhereTheHelperPushesAsACallerWhoLacksAnAction() throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED, "ecr:CompleteLayerUpload", NOT_ALLOWED));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(finding.evidence()).contains("missing: ecr:CompleteLayerUpload, ecr:PutImage");
        assertThat(finding.remedies().get(0).files().get(0).content())
                .contains("[\"ecr:CompleteLayerUpload\", \"ecr:PutImage\"]")
                .contains("arn:aws:ecr:eu-west-1:111122223333:repository/team/app");
    }

    /** A wrapper sets a profile of its own, as the helper's authors advise (amazon-ecr-credential-helper #976). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker-credential-ecr-login-prod, named by credHelpers in ~/.docker/config.json",
                "auths entry \"111122223333.dkr.ecr.eu-west-1.amazonaws.com\" in ~/ecr-login/config.json"
            })
    void takesNothingElseForTheHelperThatIsNamedAlike(String origin) throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED));

        Finding finding = actions(build().login(Build.login(origin)).saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    /** The helper is no program of the JVM's. */
    @Test
    void isNotSureWhereAwsIsAskedAsAPropertyOfTheJvmSays() throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED));
        Build build = build().login(Build.login(HELPER))
                .saw("upload", 202, "")
                .property("aws.accessKeyId", "AKIAOTHER")
                .property("aws.secretAccessKey", "planted");

        assertThat(actions(build).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(build.ask().identity()).isNull();
    }

    private static String lacking(String decision, String key) {
        return "<EvalDecision>" + decision + "</EvalDecision><MissingContextValues><member>" + key
                + "</member></MissingContextValues>";
    }

    /** A denial of repositories with a tag does not show without the tag. */
    @Test
    void takesNoPermissionForProvenThatHangsOnWhatTheSimulationLacked() throws Exception {
        aws.simulates(Map.of("ecr:PutImage", lacking("allowed", "ecr:ResourceTag/stage")));

        Finding finding = actions(build().saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.unverified()).containsExactly("ecr:PutImage", PermissionFinding.UNSEEN_POLICIES);
        assertThat(finding.evidence())
                .contains("ecr:PutImage: unverified: IAM's simulation allows it, and was not told what conditions are"
                        + " about: ecr:ResourceTag/stage");
    }

    /** As where everything is denied that does not come from a VPC endpoint. */
    @Test
    void seesNoDisputeWhereTheSimulationLackedWhatTheRegistryKnows() throws Exception {
        String denied = lacking("explicitDeny", "aws:SourceVpce");
        aws.simulates(Map.of("ecr:InitiateLayerUpload", denied, "ecr:PutImage", denied));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence())
                .contains("ecr:InitiateLayerUpload: allowed, by an upload session that was opened");
        assertThat(finding.unverified()).contains("ecr:PutImage");
    }

    @Test
    void isNotSureWhereThePushLogsInWithATokenOfUnknownOrigin() throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED));

        Finding finding = actions(build().saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.PERMISSION_DENIED);
    }

    @Test
    void doesNotBelieveTheSimulationWhereARepositoryPolicyMayAllowIt() throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED))
                .on("GetRepositoryPolicy", body -> FakeAws.json("{\"policyText\":\"{}\"}"));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.unverified()).containsExactly("ecr:PutImage", PermissionFinding.UNSEEN_POLICIES);
    }

    /** The policy of the whole registry, as ECR gives it out. */
    private static FakeAws.Reply registryPolicy(String action) {
        return FakeAws.json("{\"registryId\":\"111122223333\",\"policyText\":\"{\\\"Statement\\\":[{\\\"Effect\\\":"
                + "\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"" + action + "\\\"}]}\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecr:PutImage", "ecr:*"})
    void doesNotBelieveTheSimulationWhereTheRegistrysPolicyMayAllowIt(String action) throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED)).on("GetRegistryPolicy", body -> registryPolicy(action));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.unverified()).containsExactly("ecr:PutImage", PermissionFinding.UNSEEN_POLICIES);
    }

    @Test
    void doesNotBelieveTheSimulationWhereTheRegistrysPolicyIsNotShown() throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED))
                .on(
                        "GetRegistryPolicy",
                        body -> FakeAws.error("AccessDeniedException", FakeAws.denied("ecr:GetRegistryPolicy", "*")));

        assertThat(actions(build().login(Build.login(HELPER)).saw("upload", 202, ""))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void believesTheSimulationWhereTheRegistrysPolicyIsAboutReplication() throws Exception {
        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED))
                .on("GetRegistryPolicy", body -> registryPolicy("ecr:ReplicateImage"));

        assertThat(actions(build().login(Build.login(HELPER)).saw("upload", 202, ""))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    private Build three() {
        String host = FakeAws.ACCOUNT + ".dkr.ecr.eu-west-1.amazonaws.com/team/";
        return build().images(host + "app:1.0", host + "b:1.0", host + "c:1.0");
    }

    @Test
    void asksForTheRegistrysPolicyOnceAndOnlyWhereItDecides() throws Exception {
        aws.repository("team/b").repository("team/c").simulates(Map.of());
        three().ask();
        assertThat(aws.count("GetRegistryPolicy")).isZero();

        aws.simulates(Map.of("ecr:PutImage", NOT_ALLOWED));
        three().ask();
        assertThat(aws.count("GetRegistryPolicy")).isEqualTo(1);

        aws.on("GetRepositoryPolicy", body -> FakeAws.json("{\"policyText\":\"{}\"}"));
        three().ask();
        assertThat(aws.count("GetRegistryPolicy")).isEqualTo(1);
    }

    @Test
    void doesNotBelieveTheSimulationWhereItLackedTheContext() throws Exception {
        aws.simulates(Map.of(
                "ecr:PutImage",
                FORBIDDEN + "<MissingContextValues><member>aws:SourceVpce</member></MissingContextValues>"));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.unverified()).containsExactly("ecr:PutImage", PermissionFinding.UNSEEN_POLICIES);
    }

    @Test
    void doesNotBelieveTheSimulationAboutServiceControlPolicies() throws Exception {
        aws.simulates(Map.of(
                "ecr:PutImage",
                NOT_ALLOWED + "<OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations>"
                        + "</OrganizationsDecisionDetail>"));

        assertThat(actions(build().login(Build.login(HELPER)).saw("upload", 202, ""))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void asksWhoeverSetABoundary() throws Exception {
        aws.simulates(Map.of(
                "ecr:PutImage",
                NOT_ALLOWED + "<PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>false"
                        + "</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail>"));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        assertThat(finding.remedies().get(0).title()).contains("permissions boundary");
    }

    @Test
    void showsProofsThatDisagree() throws Exception {
        aws.simulates(Map.of("ecr:InitiateLayerUpload", NOT_ALLOWED));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.summary()).contains("proofs of permission disagree");
        assertThat(finding.evidence().toString()).contains("a VPC endpoint policy, which the simulation does not see");
    }

    @Test
    void takesTheRegistrysOwnRefusalForWhatThePushGets() throws Exception {
        aws.simulates(Map.of());

        Finding finding = actions(build().saw(
                        "upload",
                        403,
                        "{\"errors\":[{\"code\":\"DENIED\",\"message\":\""
                                + FakeAws.denied(
                                        "ecr:InitiateLayerUpload",
                                        "arn:aws:ecr:eu-west-1:111122223333:repository/team/app")
                                + "\"}]}"));

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence().toString())
                .contains("denied, by the registry itself; allowed, by IAM's simulation, which does not see");
    }

    @Test
    void onlyWarnsOfAnActionThatMostPushesDoWithout() throws Exception {
        aws.on(
                "BatchGetImage",
                body -> FakeAws.error(
                        "AccessDeniedException",
                        FakeAws.denied("ecr:BatchGetImage", "arn:aws:ecr:eu-west-1:111122223333:repository/team/app")));

        assertThat(actions(build().saw("upload", 202, "")).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void wantsTheRepositorysSideAcrossAccounts() throws Exception {
        aws.caller("arn:aws:iam::999900001111:user/eve", "999900001111").simulates(Map.of());

        Finding finding = actions(build().saw("upload", 202, ""));

        assertThat(finding.unverified()).contains("ecr:PutImage");
        assertThat(finding.evidence().toString()).contains("the repository's has to as well");
    }

    @Test
    void simulatesNoRootUser() throws Exception {
        aws.caller("arn:aws:iam::111122223333:root", "111122223333");

        assertThat(actions(build()).evidence()).contains("the account's root user cannot be simulated");
        assertThat(aws.count("SimulatePrincipalPolicy")).isZero();
    }

    @Test
    void leavesToTheToolWhetherAPushNeedsToLookForLayers() throws Exception {
        aws.on(
                "BatchCheckLayerAvailability",
                body -> FakeAws.error(
                        "AccessDeniedException", FakeAws.denied("ecr:BatchCheckLayerAvailability", "arn:x")));

        Finding finding = actions(build().login(Build.login(HELPER)).saw("upload", 202, ""));

        // Our own push sends a layer that it may not look for; docker and skopeo end.
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(finding.remedies().toString()).contains("ecr:BatchCheckLayerAvailability");
    }
}
