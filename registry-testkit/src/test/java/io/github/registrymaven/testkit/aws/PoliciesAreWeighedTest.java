package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecr.model.EcrException;

/** Who may do what, and in which words AWS refuses it. */
class PoliciesAreWeighedTest {
    private static final String APP = "arn:aws:ecr:eu-central-1:123456789012:repository/team/app";
    private static final String CI = "arn:aws:iam::123456789012:user/ci";
    private static final String ACTION = "ecr:DescribeRepositories";
    private static final String REFUSED =
            "User: " + CI + " is not authorized to perform: " + ACTION + " on resource: " + APP;

    /** What the cloud says when the repository team/app is asked about; nothing where it may be. */
    private static String ask(AwsTestCloud cloud, AwsKey key) {
        try (AwsClients clients = AwsClients.of(cloud, key)) {
            clients.ecr()
                    .describeRepositories(ask -> ask.registryId(cloud.account()).repositoryNames("team/app"));
            return "";
        } catch (EcrException refused) {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            assertThat(refused.statusCode()).isEqualTo(400);
            return refused.awsErrorDetails().errorMessage();
        }
    }

    private static String asUser(Consumer<PrincipalDescription> who) throws IOException {
        return asUser(who, cloud -> {}, repository -> {});
    }

    private static String asUser(
            Consumer<PrincipalDescription> who,
            Consumer<AwsTestCloudBuilder> more,
            Consumer<RepositoryDescription> repository)
            throws IOException {
        AwsTestCloudBuilder builder = AwsTestCloud.builder().user("ci", who).repository("team/app", repository);
        more.accept(builder);
        try (AwsTestCloud cloud = builder.start()) {
            return ask(cloud, cloud.userKey("ci"));
        }
    }

    @Test
    void allowsWhatAPolicyAllows() throws IOException {
        assertThat(asUser(who -> who.allow("repository/team/app", ACTION))).isEmpty();
        assertThat(asUser(who -> who.allow("repository/team/*", "ecr:Describe*")))
                .isEmpty();
        assertThat(asUser(who -> who.allow("*", "ECR:describerepositories"))).isEmpty();
    }

    @Test
    void deniesWhatNoPolicyAllows() throws IOException {
        String denied = REFUSED + " because no identity-based policy allows the " + ACTION + " action";

        assertThat(asUser(who -> {})).isEqualTo(denied);
        assertThat(asUser(who -> who.allow("repository/team/other", ACTION))).isEqualTo(denied);
        assertThat(asUser(who -> who.allow("repository/team/app", "ecr:PutImage")))
                .isEqualTo(denied);
    }

    @Test
    void letsAnExplicitDenyWin() throws IOException {
        assertThat(asUser(who -> who.allow("*", "*").deny("repository/team/*", "ecr:Describe*")))
                .isEqualTo(REFUSED + " with an explicit deny in an identity-based policy");
    }

    @Test
    void namesTheManagedPolicyThatDenies() throws IOException {
        assertThat(asUser(who -> who.allow("*", "*")
                        .managedPolicy("Quarantine", Policies.document(Policies.statement("Deny", "*", "ecr:*")))))
                .isEqualTo(REFUSED + " with an explicit deny in an identity-based policy:"
                        + " arn:aws:iam::123456789012:policy/Quarantine");
    }

    @Test
    void understandsWhatIsExcepted() throws IOException {
        String notPut = "{\"Statement\":{\"Effect\":\"Allow\",\"NotAction\":\"ecr:PutImage\",\"Resource\":\"*\"}}";
        String notApp = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":\"" + APP + "\"}}";

        assertThat(asUser(who -> who.policy(notPut))).isEmpty();
        assertThat(asUser(who -> who.policy(notApp))).contains("because no identity-based policy");
    }

    @Test
    void asksConditions() throws IOException {
        String named = Policies.document(
                Policies.statementIf("Allow", "{\"StringLike\":{\"aws:username\":[\"c?\",\"other\"]}}", "ecr:*"));
        String tagged = Policies.document(
                Policies.statementIf("Allow", "{\"StringEquals\":{\"aws:ResourceTag/team\":\"blue\"}}", "ecr:*"));
        String elsewhere = Policies.document(
                Policies.statement("Allow", "*", "*"),
                Policies.statementIf("Deny", "{\"StringNotEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}}", "ecr:*"));
        String own =
                Policies.document(Policies.statement("Allow", APP.replace("team/app", "${aws:username}/*"), "ecr:*"));

        assertThat(asUser(who -> who.policy(named))).isEmpty();
        assertThat(asUser(who -> who.policy(tagged), cloud -> {}, it -> it.resourceTag("team", "blue")))
                .isEmpty();
        assertThat(asUser(who -> who.policy(tagged), cloud -> {}, it -> it.resourceTag("team", "red")))
                .contains("because no identity-based policy");
        assertThat(asUser(who -> who.policy(elsewhere))).contains("with an explicit deny");
        assertThat(asUser(who -> who.policy(own))).contains("because no identity-based policy");
    }

    @Test
    void keepsWithinTheBoundary() throws IOException {
        String onlyPut = Policies.document(Policies.statement("Allow", "*", "ecr:PutImage"));
        String denies = Policies.document(
                Policies.statement("Allow", "*", "*"), Policies.statement("Deny", "*", "ecr:Describe*"));

        assertThat(asUser(who -> who.allow("*", "*").boundary("Limits", Policies.FULL_ACCESS)))
                .isEmpty();
        assertThat(asUser(who -> who.allow("*", "*").boundary("Limits", onlyPut)))
                .isEqualTo(REFUSED + " because no permissions boundary allows the " + ACTION + " action");
        assertThat(asUser(who -> who.allow("*", "*").boundary("Limits", denies)))
                .isEqualTo(REFUSED + " with an explicit deny in a permissions boundary:"
                        + " arn:aws:iam::123456789012:policy/Limits");
        assertThat(asUser(who -> who.boundary("Limits", Policies.FULL_ACCESS)))
                .contains("because no identity-based policy");
    }

    @Test
    void obeysTheOrganization() throws IOException {
        String denies = Policies.document(Policies.statement("Deny", "*", "ecr:*"));
        String other = Policies.document(Policies.statement("Allow", "*", "s3:*"));

        assertThat(asUser(
                        who -> who.allow("*", "*"),
                        cloud -> cloud.serviceControlPolicy("p-full", Policies.FULL_ACCESS),
                        it -> {}))
                .isEmpty();
        assertThat(asUser(
                        who -> who.allow("*", "*"),
                        cloud -> cloud.serviceControlPolicy("p-full", Policies.FULL_ACCESS)
                                .serviceControlPolicy("p-deny", denies),
                        it -> {}))
                .startsWith(REFUSED + " with an explicit deny in a service control policy: arn:aws:organizations::")
                .endsWith("/p-deny");
        assertThat(asUser(who -> who.allow("*", "*"), cloud -> cloud.serviceControlPolicy("p-other", other), it -> {}))
                .isEqualTo(REFUSED + " because no service control policy allows the " + ACTION + " action");
    }

    @Test
    void obeysTheEndpointThroughWhichItIsReached() throws IOException {
        String pullOnly = Policies.document(Policies.statement("Allow", "*", "ecr:BatchGetImage"));
        String denies = Policies.document(
                Policies.statement("Allow", "*", "*"), Policies.statement("Deny", "*", "ecr:Describe*"));

        assertThat(asUser(who -> who.allow("*", "*"), cloud -> cloud.endpointPolicy(pullOnly), it -> {}))
                .isEqualTo(REFUSED + " because no VPC endpoint policy allows the " + ACTION + " action");
        assertThat(asUser(who -> who.allow("*", "*"), cloud -> cloud.endpointPolicy(denies), it -> {}))
                .isEqualTo(REFUSED + " with an explicit deny in a VPC endpoint policy");
    }

    @Test
    void limitsASession() throws IOException {
        String onlyPut = Policies.document(Policies.statement("Allow", "*", "ecr:PutImage"));
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .role("deployer", who -> who.path("/service-role/").allow("*", "*"))
                .repository("team/app")
                .start()) {
            AwsKey free = cloud.session("deployer", "build-7");
            AwsKey limited = cloud.session("deployer", "build-8", onlyPut, Duration.ofHours(1));

            assertThat(ask(cloud, free)).isEmpty();
            assertThat(ask(cloud, limited))
                    .isEqualTo("User: arn:aws:sts::123456789012:assumed-role/deployer/build-8 is not authorized to"
                            + " perform: " + ACTION + " on resource: " + APP
                            + " because no session policy allows the " + ACTION + " action");
        }
    }

    @Test
    void letsARepositorySayWhoMayUseIt() throws IOException {
        Consumer<RepositoryDescription> allowsUser =
                it -> it.policy(Policies.document(Policies.statementFor("Allow", CI, "ecr:*")));
        Consumer<RepositoryDescription> namesAccount =
                it -> it.policy(Policies.document(Policies.statementFor("Allow", "123456789012", "ecr:*")));
        Consumer<RepositoryDescription> deniesAll =
                it -> it.policy(Policies.document(Policies.statementFor("Deny", "*", "ecr:Describe*")));
        String limits = Policies.document(Policies.statement("Allow", "*", "s3:*"));

        assertThat(asUser(who -> {}, cloud -> {}, allowsUser)).isEmpty();
        assertThat(asUser(who -> who.boundary("Limits", limits), cloud -> {}, allowsUser))
                .isEmpty();
        assertThat(asUser(who -> {}, cloud -> {}, namesAccount)).contains("because no identity-based policy");
        assertThat(asUser(who -> who.allow("*", "*"), cloud -> {}, deniesAll))
                .isEqualTo(REFUSED + " with an explicit deny in a resource-based policy");
    }

    @Test
    void bindsARoleThatTheRepositoryNamesByItsBoundary() throws IOException {
        String role = "arn:aws:iam::123456789012:role/deployer";
        String limits = Policies.document(Policies.statement("Allow", "*", "s3:*"));
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .role("deployer", who -> who.boundary("Limits", limits))
                .repository(
                        "team/app", it -> it.policy(Policies.document(Policies.statementFor("Allow", role, "ecr:*"))))
                .start()) {
            assertThat(ask(cloud, cloud.session("deployer", "build-7"))).contains("because no permissions boundary");
        }
    }

    @Test
    void needsBothSidesAcrossAccounts() throws IOException {
        Consumer<RepositoryDescription> open =
                it -> it.policy(Policies.document(Policies.statementFor("Allow", "210987654321", "ecr:*")));

        assertThat(asUser(who -> who.account("210987654321").allow("*", "*")))
                .endsWith(" because no resource-based policy allows the " + ACTION + " action");
        assertThat(asUser(who -> who.account("210987654321"), cloud -> {}, open))
                .endsWith(" because no identity-based policy allows the " + ACTION + " action");
        assertThat(asUser(who -> who.account("210987654321").allow("*", "*"), cloud -> {}, open))
                .isEmpty();
    }

    @Test
    void letsTheRootDoEverything() throws IOException {
        try (AwsTestCloud cloud = AwsTestCloud.builder().repository("team/app").start()) {
            assertThat(ask(cloud, cloud.rootKey())).isEmpty();
        }
    }
}
