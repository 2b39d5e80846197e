package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/** What SimulatePrincipalPolicy tells, and what it is blind to. */
class SimulationTest {
    private static final String APP = "arn:aws:ecr:eu-central-1:123456789012:repository/team/app";
    private static final String DEPLOYER = "arn:aws:iam::123456789012:role/service-role/deployer";
    private static final String CI = "arn:aws:iam::123456789012:user/ci";

    private static List<EvaluationResult> simulate(
            AwsTestCloudBuilder builder, String source, Consumer<SimulatePrincipalPolicyRequest.Builder> more)
            throws IOException {
        builder.user("simulator", who -> who.allow("*", "iam:SimulatePrincipalPolicy"));
        try (AwsTestCloud cloud = builder.start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("simulator"))) {
            return clients.iam()
                    .simulatePrincipalPolicy(ask -> {
                        ask.policySourceArn(source)
                                .actionNames("ecr:PutImage", "ecr:GetAuthorizationToken")
                                .resourceArns(APP, "*");
                        more.accept(ask);
                    })
                    .evaluationResults();
        }
    }

    private static AwsTestCloudBuilder withRole(Consumer<PrincipalDescription> who) {
        return AwsTestCloud.builder().role("deployer", role -> who.accept(role.path("/service-role/")));
    }

    private static String told(EvaluationResult result) {
        return result.evalActionName() + " on " + result.evalResourceName().replaceFirst(".*/team", "team") + ": "
                + result.evalDecisionAsString();
    }

    @Test
    void answersForEachActionOnEachResource() throws IOException {
        assertThat(simulate(withRole(who -> who.allowPush("team/app")), DEPLOYER, ask -> {}))
                .extracting(SimulationTest::told)
                .containsExactly(
                        "ecr:PutImage on team/app: allowed",
                        // The blind spot: whoever may push to one repository may not push to all.
                        "ecr:PutImage on *: implicitDeny",
                        "ecr:GetAuthorizationToken on team/app: allowed",
                        "ecr:GetAuthorizationToken on *: allowed");
    }

    @Test
    void tellsWhichStatementsDecided() throws IOException {
        EvaluationResult denied = simulate(
                        withRole(who -> who.allow("*", "*")
                                .managedPolicy(
                                        "Frozen", Policies.document(Policies.statement("Deny", "*", "ecr:PutImage")))),
                        DEPLOYER,
                        ask -> {})
                .get(0);

        assertThat(denied.evalDecisionAsString()).isEqualTo("explicitDeny");
        assertThat(denied.matchedStatements())
                .extracting(statement -> statement.sourcePolicyId() + " " + statement.sourcePolicyTypeAsString())
                .containsExactly("Frozen IAM Policy");
    }

    @Test
    void tellsOfTheBoundaryAndTheOrganization() throws IOException {
        String onlyPull = Policies.document(Policies.statement("Allow", "*", "ecr:BatchGetImage"));
        EvaluationResult bounded = simulate(
                        withRole(who -> who.allow("*", "*").boundary("Limits", onlyPull))
                                .serviceControlPolicy("p-full", Policies.FULL_ACCESS),
                        DEPLOYER,
                        ask -> {})
                .get(0);

        assertThat(bounded.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(bounded.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
        assertThat(bounded.organizationsDecisionDetail().allowedByOrganizations())
                .isTrue();
    }

    @Test
    void tellsWhatItWasNotTold() throws IOException {
        String fromOffice = Policies.document(
                Policies.statementIf("Allow", "{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}", "ecr:*"));
        ContextEntry endpoint = ContextEntry.builder()
                .contextKeyName("aws:SourceVpce")
                .contextKeyType(ContextKeyTypeEnum.STRING)
                .contextKeyValues("vpce-1")
                .build();

        EvaluationResult untold = simulate(withRole(who -> who.policy(fromOffice)), DEPLOYER, ask -> {})
                .get(0);
        EvaluationResult told = simulate(
                        withRole(who -> who.policy(fromOffice)), DEPLOYER, ask -> ask.contextEntries(endpoint))
                .get(0);

        assertThat(untold.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(untold.missingContextValues()).containsExactly("aws:SourceVpce");
        assertThat(told.evalDecisionAsString()).isEqualTo("allowed");
        assertThat(told.missingContextValues()).isEmpty();
    }

    @Test
    void heedsARepositoryPolicyForUsersOnly() throws IOException {
        String forBoth = Policies.document(
                Policies.statementFor("Allow", CI, "ecr:PutImage"),
                Policies.statementFor("Allow", DEPLOYER, "ecr:PutImage"));

        assertThat(simulate(
                                AwsTestCloud.builder().user("ci", who -> {}),
                                CI,
                                ask -> ask.resourcePolicy(forBoth).callerArn(CI))
                        .get(0)
                        .evalDecisionAsString())
                .isEqualTo("allowed");
        assertThat(simulate(withRole(who -> {}), DEPLOYER, ask -> ask.resourcePolicy(forBoth))
                        .get(0)
                        .evalDecisionAsString())
                .isEqualTo("implicitDeny");
    }

    @Test
    void knowsRolesByTheirWholeArnOnly() {
        AwsTestCloudBuilder cloud = withRole(who -> {});

        assertThatThrownBy(() -> simulate(cloud, "arn:aws:iam::123456789012:role/deployer", ask -> {}))
                .isInstanceOf(NoSuchEntityException.class);
        assertThatThrownBy(() -> simulate(cloud, "arn:aws:sts::123456789012:assumed-role/deployer/build-7", ask -> {}))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void isForThoseWhoMaySimulate() throws IOException {
        try (AwsTestCloud cloud = AwsTestCloud.builder().user("ci", who -> {}).start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            assertThatThrownBy(() -> clients.iam()
                            .simulatePrincipalPolicy(
                                    ask -> ask.policySourceArn(CI).actionNames("ecr:PutImage")))
                    .isInstanceOf(IamException.class)
                    .hasMessageContaining(
                            "User: " + CI + " is not authorized to perform: iam:SimulatePrincipalPolicy on"
                                    + " resource: " + CI + " because no identity-based policy allows the"
                                    + " iam:SimulatePrincipalPolicy action");
        }
    }
}
