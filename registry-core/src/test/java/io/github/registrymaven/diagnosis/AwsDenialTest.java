package io.github.registrymaven.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.blueprint.EcrPush;
import io.github.registrymaven.diagnosis.AwsDenial.Policy;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsDenialTest {
    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/ci/session";
    private static final String APP = "arn:aws:ecr:eu-west-1:111122223333:repository/team/app";

    private static AwsDenial read(String text) {
        return Objects.requireNonNull(AwsDenial.in(text), text);
    }

    private static String refused(String why) {
        return "denied: User: " + ROLE + " is not authorized to perform: ecr:PutImage on resource: " + APP + " " + why;
    }

    @Test
    void takesTheWordsApart() {
        AwsDenial denial = read(refused("because no identity-based policy allows the ecr:PutImage action"));

        assertThat(denial).isEqualTo(new AwsDenial(ROLE, "ecr:PutImage", APP, Policy.IDENTITY, false));
        assertThat(denial.account()).isEqualTo("111122223333");
        assertThat(denial.resourceAccount()).isEqualTo("111122223333");
    }

    @ParameterizedTest
    @CsvSource({
        "with an explicit deny in a service control policy, SERVICE_CONTROL, true",
        "because no service control policy allows the ecr:PutImage action, SERVICE_CONTROL, false",
        "with an explicit deny in a resource control policy, RESOURCE_CONTROL, true",
        "with an explicit deny in a permissions boundary, BOUNDARY, true",
        "because no permissions boundary allows the ecr:PutImage action, BOUNDARY, false",
        "because no session policy allows the ecr:PutImage action, SESSION, false",
        "with an explicit deny in a VPC endpoint policy, VPC_ENDPOINT, true",
        "because no VPC endpoint policy allows the ecr:PutImage action, VPC_ENDPOINT, false",
        "because no resource-based policy allows the ecr:PutImage action, RESOURCE, false",
        "with an explicit deny in a resource-based policy, RESOURCE, true",
        "with an explicit deny in an identity-based policy, IDENTITY, true",
        "with an explicit deny, UNSAID, true",
        "'', UNSAID, false"
    })
    void tellsTheKindsOfPolicyApart(String why, Policy policy, boolean explicit) {
        AwsDenial denial = read(refused(why));

        assertThat(denial.policy()).isEqualTo(policy);
        assertThat(denial.explicit()).isEqualTo(explicit);
        assertThat(denial.resource()).isEqualTo(APP);
    }

    @Test
    void joinsArnsThatATerminalBroke() {
        AwsDenial denial = read("""
                User: arn:aws:sts::895453431615:assumed-role/AmazonLightsailInstanceRole/i-06d8d267e33c9648
                a is not authorized to perform: ecr:DescribeRepositories on resource: arn:aws:ecr:us-east-1
                :895453431615:repository/*""");

        assertThat(denial.principal()).endsWith("/i-06d8d267e33c9648a");
        assertThat(denial.resource()).isEqualTo("arn:aws:ecr:us-east-1:895453431615:repository/*");
    }

    @Test
    void readsWordsThatStandOnLinesOfTheirOwn() {
        AwsDenial denial = read(
                "denied: User: arn:aws:iam::137406935518:user/traffictacos\nis not authorized to perform:"
                        + " ecr:InitiateLayerUpload\non resource: arn:aws:ecr:ap-northeast-2:337491791445:repository/gateway-api");

        assertThat(denial.principal()).isEqualTo("arn:aws:iam::137406935518:user/traffictacos");
        assertThat(denial.resourceAccount()).isEqualTo("337491791445");
    }

    @Test
    void findsNothingInOtherRefusals() {
        assertThat(AwsDenial.in("denied: requested access to the resource is denied"))
                .isNull();
    }

    @Test
    void readsAHostileTextInNoTime() {
        assertThat(AwsDenial.in("User: ".repeat(20_000) + "a\n".repeat(20_000))).isNull();
    }

    private static Remedy first(AwsDenial denial, String... missing) {
        return AwsRemedies.of(denial, List.of(missing)).get(0);
    }

    @Test
    void addsJustTheMissingActionsOnJustThatRepository() {
        Remedy remedy = first(
                read(refused("because no identity-based policy allows the ecr:PutImage action")),
                "ecr:PutImage",
                "ecr:CompleteLayerUpload");

        assertThat(remedy.commands())
                .containsExactly("aws iam put-role-policy --role-name ci --policy-name push-team-app"
                        + " --policy-document file://policy.json");
        assertThat(remedy.files().get(0).content())
                .contains("\"Action\": [\"ecr:CompleteLayerUpload\", \"ecr:PutImage\"]")
                .contains("\"Resource\": \"" + APP + "\"")
                .doesNotContain("\"*\"");
    }

    @Test
    void grantsTheTokenOnEverythingAsAwsDemands() {
        Remedy remedy = first(
                new AwsDenial(ROLE, "ecr:GetAuthorizationToken", "*", Policy.IDENTITY, false),
                "ecr:GetAuthorizationToken");

        assertThat(remedy.files().get(0).content())
                .contains("\"Action\": [\"ecr:GetAuthorizationToken\"]")
                .contains("\"Resource\": \"*\"");
    }

    @Test
    void wantsBothSidesToAllowAcrossAccounts() {
        AwsDenial denial =
                new AwsDenial("arn:aws:iam::999900001111:user/people/eve", "ecr:PutImage", APP, Policy.UNSAID, false);

        List<Remedy> remedies = AwsRemedies.of(denial);

        assertThat(remedies).hasSize(2);
        assertThat(remedies.get(0).commands().get(0)).contains("put-user-policy --user-name eve ");
        assertThat(remedies.get(1).title()).contains("in account 111122223333");
        assertThat(remedies.get(1).files().get(0).content())
                .contains("\"Principal\": {\"AWS\": \"arn:aws:iam::999900001111:user/people/eve\"}")
                .doesNotContain("Resource");
    }

    @Test
    void neverReplacesARepositoryPolicyThatIsThere() {
        Remedy remedy = first(new AwsDenial(ROLE, "ecr:PutImage", APP, Policy.RESOURCE, false), "ecr:PutImage");

        assertThat(remedy.commands())
                .containsExactly("aws ecr get-repository-policy --region eu-west-1 --repository-name team/app"
                        + " --query policyText --output text");
        assertThat(remedy.files()).extracting(Remedy.File::name).containsExactly("repository-policy.json");
    }

    /** Its own account alone sees the policy: what is refused first is seldom all that it leaves out. */
    @Test
    void opensARepositoryToAWholePushWhereNoUploadMayBegin() {
        Remedy remedy = first(
                new AwsDenial(ROLE, "ecr:InitiateLayerUpload", APP, Policy.RESOURCE, false), "ecr:InitiateLayerUpload");

        assertThat(remedy.files().get(0).content()).contains(EcrPush.ON_REPOSITORY);
    }

    /** Of a session's role the path is lost, and ECR takes no policy that names a role which does not exist. */
    @ParameterizedTest
    @EnumSource(
            value = Policy.class,
            names = {"RESOURCE", "VPC_ENDPOINT"})
    void grantsToTheRoleOfASessionWhateverItsPath(Policy policy) {
        Remedy remedy = first(new AwsDenial(ROLE, "ecr:PutImage", APP, policy, false), "ecr:PutImage");

        assertThat(remedy.files().get(0).content())
                .contains("\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:root\"}")
                .contains("\"aws:PrincipalArn\": [\"arn:aws:iam::111122223333:role/ci\","
                        + " \"arn:aws:iam::111122223333:role/*/ci\"]");
    }

    @Test
    void sendsToThePermissionSetWhereTheRoleIsOfIdentityCenter() {
        Remedy remedy = first(
                new AwsDenial(
                        "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/jane",
                        "ecr:PutImage",
                        APP,
                        Policy.IDENTITY,
                        false),
                "ecr:PutImage");

        assertThat(remedy.title()).contains("permission set Developer");
        assertThat(remedy.commands()).isEmpty();
    }

    @Test
    void saysWhomToAskAndWhatToSendThem() {
        Remedy remedy = first(new AwsDenial(ROLE, "ecr:PutImage", APP, Policy.SERVICE_CONTROL, true), "ecr:PutImage");

        assertThat(remedy.title()).contains("organisation");
        assertThat(remedy.files().get(0).content())
                .contains(ROLE, "ecr:PutImage", APP, "denied by a service control policy");
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void addsNoAllowWhereADenyOutweighsIt(Policy policy) {
        List<Remedy> remedies = AwsRemedies.of(new AwsDenial(ROLE, "ecr:PutImage", APP, policy, true));

        assertThat(remedies).hasSize(1);
        assertThat(remedies.get(0).files()).extracting(Remedy.File::name).containsExactly("message.txt");
        assertThat(remedies.get(0).files().get(0).content()).contains("denied by " + policy.words());
    }

    @Test
    void showsThePolicyInWhichTheDenyIs() {
        Remedy repository = first(new AwsDenial(ROLE, "ecr:PutImage", APP, Policy.RESOURCE, true), "ecr:PutImage");
        Remedy endpoint = first(new AwsDenial(ROLE, "ecr:PutImage", APP, Policy.VPC_ENDPOINT, true), "ecr:PutImage");

        assertThat(repository.commands().get(0)).startsWith("aws ecr get-repository-policy --region eu-west-1 ");
        assertThat(endpoint.commands().get(0)).startsWith("aws ec2 describe-vpc-endpoints --region eu-west-1 ");
    }

    /** The words are the same whether the caller's policy or the role's own, which says who may assume it, is at fault. */
    @ParameterizedTest
    @ValueSource(strings = {"111122223333", "999900001111"})
    void letsTheTrustPolicyNameWhoAssumesARole(String account) {
        AwsDenial denial = new AwsDenial(
                "arn:aws:iam::111122223333:user/dev",
                "sts:AssumeRole",
                "arn:aws:iam::" + account + ":role/teams/push",
                Policy.UNSAID,
                false);

        List<Remedy> remedies = AwsRemedies.of(denial);

        assertThat(remedies).hasSize(2);
        assertThat(remedies.get(0).commands().get(0)).contains("--policy-name assume-push ");
        assertThat(remedies.get(1).title())
                .isEqualTo("Let the trust policy of the role push name it, in account " + account);
        assertThat(remedies.get(1).commands())
                .containsExactly("aws iam get-role --role-name push --query" + " Role.AssumeRolePolicyDocument");
        assertThat(remedies.get(1).files().get(0).content())
                .contains("\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:user/dev\"}", "sts:AssumeRole");
    }

    @Test
    void takesNoKeyForARepository() {
        AwsDenial denial = new AwsDenial(
                ROLE,
                "kms:GenerateDataKey",
                "arn:aws:kms:eu-west-1:999900001111:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                Policy.RESOURCE,
                false);

        List<Remedy> remedies = AwsRemedies.of(denial);

        assertThat(remedies.toString()).doesNotContain("repository");
        assertThat(remedies.get(0).title()).contains("arn:aws:kms:eu-west-1:999900001111:key/");
    }

    @Test
    void pointsToTheEndpointsPolicy() {
        Remedy remedy = first(new AwsDenial(ROLE, "ecr:PutImage", APP, Policy.VPC_ENDPOINT, false), "ecr:PutImage");

        assertThat(remedy.commands().get(0)).startsWith("aws ec2 describe-vpc-endpoints --region eu-west-1 ");
    }
}
