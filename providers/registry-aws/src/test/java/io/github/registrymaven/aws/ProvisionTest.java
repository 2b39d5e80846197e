package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.blueprint.EcrRepository;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.provision.Plan;
import io.github.registrymaven.provision.Step;
import io.github.registrymaven.provision.StepOutcome;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.Repository;

/** Plans and what comes of them, against an account that weighs its policies. */
class ProvisionTest {
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/";
    private static final String OTHER_POLICY =
            "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"any\",\"countType\":\"imageCountMoreThan\","
                    + "\"countNumber\":9},\"action\":{\"type\":\"expire\"}}]}";

    @TempDir
    private Path home;

    private static AwsTestCloudBuilder account() {
        return AwsTestCloud.builder()
                .user("admin", who -> who.allow("*", "ecr:*", "sts:*"))
                .user("reader", who -> who.allow("*", "ecr:Describe*", "ecr:Get*", "ecr:BatchGet*"))
                .user(
                        "maker",
                        who -> who.allow("*", "ecr:Describe*", "ecr:Get*", "ecr:BatchGet*", "ecr:CreateRepository"))
                .user("stranger", who -> who.account("999900001111").allow("*", "ecr:*"));
    }

    private <T> T setup(AwsTestCloud cloud, String user, Setup.Work<T> work, String... paths)
            throws InterruptedException {
        return Setup.of(
                home,
                cloud.userKey(user).environment(),
                cloud.endpoint(),
                List.of(paths).stream().map(path -> HOST + path).toList(),
                work);
    }

    private Plan plan(AwsTestCloud cloud, String user, String... paths) throws InterruptedException {
        return setup(cloud, user, Setup::plan, paths);
    }

    private List<StepOutcome> apply(AwsTestCloud cloud, String user, Plan plan) throws InterruptedException {
        return setup(cloud, user, setup -> setup.apply(plan), "team/app:1.0");
    }

    private static EcrClient ecr(AwsTestCloud cloud) {
        var key = cloud.userKey("admin");
        return EcrClient.builder()
                .endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.of(cloud.region()))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
                .build();
    }

    /** Mode, exceptions, scan and lifecycle policy of a repository as it is. */
    private static List<String> state(AwsTestCloud cloud, String name) {
        try (EcrClient ecr = ecr(cloud)) {
            Repository repository = ecr.describeRepositories(ask -> ask.repositoryNames(name))
                    .repositories()
                    .get(0);
            return List.of(
                    repository.imageTagMutabilityAsString(),
                    repository.imageTagMutabilityExclusionFilters().stream()
                            .map(filter -> filter.filter())
                            .toList()
                            .toString(),
                    String.valueOf(repository.imageScanningConfiguration().scanOnPush()),
                    ecr.getLifecyclePolicy(ask -> ask.repositoryName(name)).lifecyclePolicyText());
        }
    }

    private static boolean wrote(AwsTestCloud cloud) {
        return cloud.counts().keySet().stream()
                .anyMatch(action -> action.matches("ecr:(Create|Put|Set|Delete|Start|Initiate|Tag).*"));
    }

    @Test
    void makesAnAbsentRepositoryAsItShouldBeAndHasNothingToDoAfterwards() throws Exception {
        try (AwsTestCloud cloud = account().start()) {
            Plan plan = plan(cloud, "admin", "team/app:1.0", "team/app:latest", "team/app:2-SNAPSHOT");
            assertThat(wrote(cloud)).isFalse();

            List<StepOutcome> outcomes = apply(cloud, "admin", plan);

            assertThat(Setup.calls(plan))
                    .containsExactly("team/app ecr:CreateRepository", "team/app ecr:PutLifecyclePolicy");
            assertThat(plan.steps().get(0).consequences()).containsExactly("these tags may move: *-SNAPSHOT, latest");
            assertThat(outcomes).hasOnlyElementsOfType(StepOutcome.Done.class);
            assertThat(state(cloud, "team/app"))
                    .containsExactly(
                            "IMMUTABLE_WITH_EXCLUSION", "[*-SNAPSHOT, latest]", "true", EcrRepository.LIFECYCLE_POLICY);
            assertThat(plan(cloud, "admin", "team/app:1.0", "team/app:latest").steps())
                    .isEmpty();
        }
    }

    @Test
    void mendsARepositoryWithAwssDefaults() throws Exception {
        try (AwsTestCloud cloud = account().repository("team/app").start()) {
            Plan plan = plan(cloud, "admin", "team/app:1.0");

            apply(cloud, "admin", plan);

            assertThat(Setup.calls(plan))
                    .containsExactly(
                            "team/app ecr:PutImageTagMutability",
                            "team/app ecr:PutImageScanningConfiguration",
                            "team/app ecr:PutLifecyclePolicy");
            assertThat(plan.steps().get(2).consequences().toString()).contains("none is that old already");
            assertThat(state(cloud, "team/app"))
                    .containsExactly("IMMUTABLE", "[]", "true", EcrRepository.LIFECYCLE_POLICY);
            assertThat(plan(cloud, "admin", "team/app:1.0").steps()).isEmpty();
        }
    }

    @Test
    void theCommandOfAStepSaysTheSameAsItsCall() throws Exception {
        try (AwsTestCloud cloud = account().repository("team/app").start()) {
            for (Step step : plan(cloud, "admin", "team/app:1.0").steps()) {
                assertThat(step.shown()).startsWith(step.call() + " registryId=123456789012 repositoryName=team/app");
                step.arguments()
                        .values()
                        .forEach(values -> values.forEach(value -> {
                            assertThat(step.shown()).contains(value);
                            assertThat(step.command()).contains(value);
                        }));
            }
        }
    }

    @Test
    void leavesAloneWhatSomebodyHasSet() throws Exception {
        try (AwsTestCloud cloud = account()
                .repository(
                        "team/app",
                        it -> it.immutable().except("dev-*").scanOnPush().lifecyclePolicy(OTHER_POLICY))
                .repository("team/odd", it -> it.except("v*").scanOnPush().lifecyclePolicy(OTHER_POLICY))
                .start()) {
            Plan plan = plan(cloud, "admin", "team/app:latest", "team/odd:1.0");

            assertThat(plan.steps()).isEmpty();
            assertThat(Setup.kept(plan))
                    .contains(
                            "IMMUTABLE_WITH_EXCLUSION",
                            "this build pushes latest, which looks as if it were to move, and cannot",
                            "it is scanned: SCAN_ON_PUSH",
                            "it has a lifecycle policy, which is not replaced",
                            "MUTABLE_WITH_EXCLUSION");
        }
    }

    @Test
    void overwritesNothingThatWasSetSinceThePlanWasMade() throws Exception {
        try (AwsTestCloud cloud = account().repository("team/app").start()) {
            Plan plan = plan(cloud, "admin", "team/app:1.0", "team/new:1.0");
            try (EcrClient ecr = ecr(cloud)) {
                ecr.putLifecyclePolicy(put -> put.repositoryName("team/app").lifecyclePolicyText(OTHER_POLICY));
                ecr.putImageTagMutability(put -> put.repositoryName("team/app")
                        .imageTagMutability("IMMUTABLE_WITH_EXCLUSION")
                        .imageTagMutabilityExclusionFilters(List.of(ImageTagMutabilityExclusionFilter.builder()
                                .filterType("WILDCARD")
                                .filter("theirs")
                                .build())));
                ecr.createRepository(make -> make.repositoryName("team/new"));
                ecr.putLifecyclePolicy(put -> put.repositoryName("team/new").lifecyclePolicyText(OTHER_POLICY));
            }

            List<StepOutcome> outcomes = apply(cloud, "admin", plan);

            assertThat(Setup.fates(outcomes))
                    .containsExactly(
                            "ecr:PutImageTagMutability NotNeeded",
                            "ecr:PutImageScanningConfiguration Done",
                            "ecr:PutLifecyclePolicy NotNeeded",
                            "ecr:CreateRepository NotNeeded",
                            "ecr:PutLifecyclePolicy NotNeeded");
            assertThat(state(cloud, "team/app"))
                    .containsExactly("IMMUTABLE_WITH_EXCLUSION", "[theirs]", "true", OTHER_POLICY);
            assertThat(state(cloud, "team/new")).containsExactly("MUTABLE", "[]", "false", OTHER_POLICY);
        }
    }

    @Test
    void leavesARepositoryToTheTemplateThatAPushMakesItBy() throws Exception {
        try (AwsTestCloud cloud = account().createOnPush("made", it -> {}).start()) {
            Plan plan = plan(cloud, "admin", "made/app:1.0");

            assertThat(plan.steps()).isEmpty();
            assertThat(Setup.kept(plan)).contains("a push creates it, by the creation template for made");
        }
    }

    @Test
    void saysThatATemplateMightMakeItWhereTemplatesAreNotShown() throws Exception {
        try (AwsTestCloud cloud = account()
                .user("half", who -> who.allow("*", "ecr:DescribeRepositories", "ecr:CreateRepository"))
                .start()) {
            assertThat(plan(cloud, "half", "team/app:1.0").steps().get(0).consequences())
                    .anyMatch(line -> line.startsWith(
                            "whether a creation template has a push make it, and how, is not" + " shown"));
            assertThat(plan(cloud, "admin", "team/app:1.0").steps().get(0).consequences())
                    .isEmpty();
        }
    }

    @Test
    void leavesTheRegistrysOwnScanningAlone() throws Exception {
        try (AwsTestCloud enhanced = account()
                        .scanType("ENHANCED")
                        .scanRule("CONTINUOUS_SCAN", "team/app")
                        .repository("team/app", it -> it.immutable().lifecyclePolicy(OTHER_POLICY))
                        .repository("other/app", it -> it.immutable().lifecyclePolicy(OTHER_POLICY))
                        .start();
                AwsTestCloud overruling = account()
                        .scanRule("SCAN_ON_PUSH", "else")
                        .repository(
                                "team/app", it -> it.immutable().scanOnPush().lifecyclePolicy(OTHER_POLICY))
                        .start()) {
            Plan plan = plan(enhanced, "admin", "team/app:1.0", "other/app:1.0");

            assertThat(plan.steps()).isEmpty();
            assertThat(Setup.kept(plan))
                    .contains("it is scanned: CONTINUOUS_SCAN", "no rule of the registry's scanning");
            assertThat(Setup.kept(plan(overruling, "admin", "team/app:1.0"))).contains("overrule it");
        }
    }

    @Test
    void plansNothingAboutWhatIsNotShown() throws Exception {
        try (AwsTestCloud cloud = account()
                .repository("team/app")
                .user("half", who -> who.allow("*", "ecr:DescribeRepositories"))
                .user("blind", who -> who.allow("*", "ecr:GetAuthorizationToken"))
                .start()) {
            Plan half = plan(cloud, "half", "team/app:1.0");
            Plan blind = plan(cloud, "blind", "team/app:1.0");

            assertThat(Setup.calls(half)).containsExactly("team/app ecr:PutImageTagMutability");
            assertThat(Setup.kept(half))
                    .contains("how it is scanned is not shown", "whether it has a lifecycle policy is not shown");
            assertThat(half.repositories()
                            .get(0)
                            .unseen()
                            .get(0)
                            .remedies()
                            .get(0)
                            .commands()
                            .toString())
                    .contains("aws iam put-user-policy --user-name half");
            assertThat(blind.steps()).isEmpty();
            assertThat(Setup.kept(blind)).contains("whether it exists is not shown");
        }
    }

    @Test
    void saysWhatIsDeniedAndWhatMendsIt() throws Exception {
        try (AwsTestCloud cloud = account().repository("team/app").start()) {
            List<StepOutcome> outcomes = apply(cloud, "reader", plan(cloud, "reader", "team/app:1.0"));

            assertThat(Setup.fates(outcomes))
                    .containsExactly(
                            "ecr:PutImageTagMutability Failed",
                            "ecr:PutImageScanningConfiguration Failed",
                            "ecr:PutLifecyclePolicy Failed");
            Finding finding = ((StepOutcome.Failed) outcomes.get(2)).finding();
            assertThat(finding.cause()).isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(finding.remedies().get(0).files().get(0).content())
                    .contains("ecr:PutLifecyclePolicy", "repository/team/app");
        }
    }

    @Test
    void saysWhatIsHalfDone() throws Exception {
        try (AwsTestCloud cloud = account().start()) {
            Plan plan = plan(cloud, "maker", "team/app:1.0");

            List<StepOutcome> outcomes = apply(cloud, "maker", plan);

            assertThat(Setup.fates(outcomes))
                    .containsExactly("ecr:CreateRepository Done", "ecr:PutLifecyclePolicy Failed");
            assertThat(Setup.calls(plan(cloud, "admin", "team/app:1.0")))
                    .containsExactly("team/app ecr:PutLifecyclePolicy");
        }
    }

    @Test
    void triesNothingInARepositoryThatItMayNotMake() throws Exception {
        try (AwsTestCloud cloud = account().start()) {
            assertThat(Setup.fates(apply(cloud, "reader", plan(cloud, "reader", "team/app:1.0"))))
                    .containsExactly("ecr:CreateRepository Failed", "ecr:PutLifecyclePolicy NotTried");
        }
    }

    @Test
    void endsWhereAwsIsBusyAndSaysWhatWasNotTried() throws Exception {
        try (AwsTestCloud cloud =
                account().repository("team/app").repository("team/db").start()) {
            Plan plan = plan(cloud, "admin", "team/app:1.0", "team/db:1.0");
            cloud.faults().on("PutImageScanningConfiguration").throttle();

            List<StepOutcome> outcomes = apply(cloud, "admin", plan);

            assertThat(Setup.fates(outcomes).subList(0, 4))
                    .containsExactly(
                            "ecr:PutImageTagMutability Done",
                            "ecr:PutImageScanningConfiguration Failed",
                            "ecr:PutLifecyclePolicy NotTried",
                            "ecr:PutImageTagMutability NotTried");
            assertThat(((StepOutcome.Failed) outcomes.get(1)).finding().cause()).isEqualTo(Cause.RATE_LIMITED);
        }
    }

    @Test
    void aThrottledCallIsMadeOnceMore() throws Exception {
        try (AwsTestCloud cloud = account().start()) {
            Plan plan = plan(cloud, "admin", "team/app:1.0");
            cloud.faults().on("CreateRepository").times(1).throttle();

            assertThat(apply(cloud, "admin", plan)).hasOnlyElementsOfType(StepOutcome.Done.class);
        }
    }

    @Test
    void setsUpNothingInAnotherAccount() throws Exception {
        try (AwsTestCloud cloud = account().start()) {
            Finding obstacle = Objects.requireNonNull(
                    plan(cloud, "stranger", "team/app:1.0").obstacle());

            assertThat(obstacle.summary())
                    .contains("is set up by account 123456789012, and AWS knows this build as one of 999900001111");
        }
    }

    @Test
    void saysThatThereAreNoCredentials() throws Exception {
        try (AwsTestCloud cloud = account().start()) {
            Plan plan = Setup.of(home, Map.of(), cloud.endpoint(), List.of(HOST + "team/app:1.0"), Setup::plan);

            assertThat(Objects.requireNonNull(plan.obstacle()).cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(plan.steps()).isEmpty();
        }
    }
}
