package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on the testkit's account, and what only it has: templates, filters, denials, other accounts. */
class StatesTest extends StatesContract {
    private AwsTestCloud cloud;
    private AwsKey key;

    private static AwsTestCloudBuilder described() {
        return AwsTestCloud.builder()
                .repository(
                        "team/app",
                        it -> it.immutable().except("dev-*", "latest").scanOnPush())
                .createOnPush(
                        "made",
                        it -> it.immutable()
                                .lifecyclePolicy(LIFECYCLE)
                                .encryption("KMS_DSSE", null)
                                .policy(
                                        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:*\"}]}"))
                .creationTemplate("mirrored", List.of("PULL_THROUGH_CACHE"), it -> {})
                .user("admin", who -> who.allow("*", "ecr:*"))
                .user("pusher", who -> who.allowPush("team/*"))
                .user("seer", who -> who.allow("*", "ecr:DescribeRepositories", "ecr:GetRegistryScanningConfiguration"))
                .user("guest", who -> who.account("999900001111").allow("*", "ecr:*"));
    }

    @BeforeEach
    void start() throws IOException {
        start(described());
    }

    private void start(AwsTestCloudBuilder description) throws IOException {
        cloud = description.start();
        key = cloud.userKey("admin");
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    @Override
    String endpoint() {
        return cloud.endpoint();
    }

    @Override
    String[] key() {
        return new String[] {key.accessKeyId(), key.secretAccessKey()};
    }

    @Test
    void readsTheFiltersOfTagsThatAreExcepted() throws Exception {
        TagMutability tags = seen(state("team/app").tags());

        assertThat(tags).isEqualTo(new TagMutability(true, List.of("dev-*", "latest"), "IMMUTABLE_WITH_EXCLUSION"));
        assertThat(tags.holds("1.0")).isTrue();
        assertThat(tags.holds("dev-1")).isFalse();
    }

    @Test
    void honoursTheRepositorysOwnScanOnPushWhereTheRegistryHasNoRule() throws Exception {
        assertThat(seen(state("team/app").scanning()))
                .isEqualTo(new Scanning(Scanning.Mode.ON_PUSH, "BASIC, SCAN_ON_PUSH, AWS_NATIVE"));
    }

    @Test
    void doesNotHonourItWhereTheRegistryScansByEnhancedRules() throws Exception {
        cloud.close();
        start(described().scanType("ENHANCED").scanRule("CONTINUOUS_SCAN", "other/*"));

        assertThat(seen(state("team/app").scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
    }

    @Test
    void tellsTheOldEngineFromAwsOwn() throws Exception {
        cloud.faults()
                .on("GetAccountSetting")
                .answer(
                        200,
                        Map.of("Content-Type", "application/x-amz-json-1.1"),
                        "{\"name\":\"BASIC_SCAN_TYPE_VERSION\",\"value\":\"CLAIR\"}");

        assertThat(seen(state("team/app").scanning()).mode()).isEqualTo(Scanning.Mode.ON_PUSH_BY_OLD_ENGINE);
    }

    @Test
    void readsTheRegistrysRulesWhereWhatTakesEffectIsNotShown() throws Exception {
        cloud.close();
        start(described().scanRule("SCAN_ON_PUSH", "team").scanRule("MANUAL", "app"));
        key = cloud.userKey("seer");

        RepositoryState state = state("team/app");

        // A filter without a star is for every name that has it, and of two rules the stronger counts.
        assertThat(state.scanning())
                .isEqualTo(new Setting.Seen<>(
                        new Scanning(Scanning.Mode.ON_PUSH, "BASIC, SCAN_ON_PUSH, by an engine that was not shown"),
                        "ecr:GetRegistryScanningConfiguration"));
    }

    @Test
    void takesTheStateOfARepositoryThatAPushWouldCreateFromItsTemplate() throws Exception {
        RepositoryState state = state("made/app");

        assertThat(state.at()).isEqualTo(HOST + ", as a push would create it by the creation template for made");
        assertThat(seen(state.tags()).holds("1.0")).isTrue();
        assertThat(seen(state.lifecycle())).isEqualTo(new Lifecycle.Policy(LIFECYCLE, false));
        assertThat(seen(state.encryption()).said()).isEqualTo("KMS_DSSE");
        assertThat(seen(state.exposure()).reach()).isEqualTo(Reach.ANY_ACCOUNT);
        assertThat(seen(state.scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
        assertThat(((Setting.Seen<TagMutability>) state.tags()).at()).isEqualTo("the creation template for made");
    }

    @Test
    void takesNothingFromATemplateThatIsNotForPushes() throws Exception {
        assertThat(build("mirrored/app").states()).isEmpty();
    }

    @Test
    void namesTheActionsThatWereDenied() throws Exception {
        key = cloud.userKey("pusher");

        RepositoryState state = state("team/app");

        assertThat(state.tags()).isEqualTo(new Setting.Unseen<>("ecr:DescribeRepositories was denied"));
        assertThat(state.encryption()).isEqualTo(new Setting.Unseen<>("ecr:DescribeRepositories was denied"));
        assertThat(state.lifecycle()).isEqualTo(new Setting.Unseen<>("ecr:GetLifecyclePolicy was denied"));
        assertThat(state.exposure()).isEqualTo(new Setting.Unseen<>("ecr:GetRepositoryPolicy was denied"));
        assertThat(state.scanning())
                .isEqualTo(new Setting.Unseen<>("ecr:BatchGetRepositoryScanningConfiguration was denied,"
                        + " ecr:GetRegistryScanningConfiguration was denied"));
    }

    @Test
    void saysThatScanningIsToldToTheRegistrysOwnAccountOnly() throws Exception {
        cloud.close();
        start(described()
                .repository(
                        "team/shared",
                        it -> it.policy("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                                + "\"arn:aws:iam::999900001111:root\"},\"Action\":\"ecr:*\"}]}")));
        key = cloud.userKey("guest");

        RepositoryState state = state("team/shared");

        assertThat(seen(state.tags()).holds("1.0")).isFalse();
        assertThat(seen(state.exposure()).openings()).containsExactly("Allow ecr:* to arn:aws:iam::999900001111:root");
        assertThat(state.scanning())
                .isInstanceOfSatisfying(
                        Setting.Unseen.class,
                        unseen -> assertThat(unseen.reason()).contains("this one is another's"));
        assertThat(cloud.counts()).doesNotContainKey("ecr:GetRegistryScanningConfiguration");
    }

    @Test
    void saysWhyNothingIsKnownWithoutCredentials() throws Exception {
        List<RepositoryState> states = build("team/app")
                .without("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
                .states();

        assertThat(states).hasSize(1);
        assertThat(states.get(0).lifecycle()).isEqualTo(new Setting.Unseen<>("this machine has no AWS credentials"));
    }

    /** The machine is asked for a role of its own, as by the SDK, and is no instance. */
    @Test
    void saysTheSameWhereTheMachineIsNoInstance() throws Exception {
        List<RepositoryState> states = build("team/app")
                .without("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_EC2_METADATA_DISABLED")
                .variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1")
                .states();

        assertThat(states)
                .extracting(RepositoryState::lifecycle)
                .containsExactly(new Setting.Unseen<>("this machine has no AWS credentials"));
    }

    @Test
    void saysWhyNothingIsKnownWhereAwsAnswersWithErrors() throws Exception {
        cloud.faults().on("DescribeRepositories").serverError();

        assertThat(state("team/app").tags())
                .isEqualTo(new Setting.Unseen<>(
                        "ecr:DescribeRepositories was not answered: AWS answers with an error of its own, twice"));
        assertThat(cloud.counts()).doesNotContainKey("ecr:GetLifecyclePolicy");
    }

    @Test
    void callsEcrPublicOpenToEverybodyAndAsksNobody() throws Exception {
        List<RepositoryState> states =
                build("team/app").images("public.ecr.aws/acme/app:1.0").states();

        assertThat(states).hasSize(1);
        assertThat(seen(states.get(0).exposure()).reach()).isEqualTo(Reach.ANONYMOUS);
        assertThat(states.get(0).lifecycle()).isInstanceOf(Setting.Inapplicable.class);
        assertThat(cloud.counts()).isEmpty();
    }

    @Test
    void asksOnceForManyWhereTheApiLetsIt() throws Exception {
        String[] names = IntStream.range(0, 60).mapToObj(i -> "many/app" + i).toArray(String[]::new);
        for (String name : names) {
            cloud.createRepository(name, it -> it.lifecyclePolicy(LIFECYCLE));
        }

        List<RepositoryState> states = build(names).states();

        assertThat(states)
                .hasSize(60)
                .allSatisfy(
                        state -> assertThat(seen(state.lifecycle())).isEqualTo(new Lifecycle.Policy(LIFECYCLE, false)));
        assertThat(cloud.counts())
                .containsEntry("sts:GetCallerIdentity", 1L)
                .containsEntry("ecr:DescribeRepositories", 1L)
                .containsEntry("ecr:GetRegistryScanningConfiguration", 1L)
                .containsEntry("ecr:GetAccountSetting", 1L)
                .containsEntry("ecr:BatchGetRepositoryScanningConfiguration", 3L)
                .containsEntry("ecr:GetLifecyclePolicy", 60L)
                .containsEntry("ecr:GetRepositoryPolicy", 60L)
                .hasSize(7);
    }
}
