package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.PutRegistryScanningConfigurationRequest;
import software.amazon.awssdk.services.ecr.model.RegistryScanningRule;
import software.amazon.awssdk.services.ecr.model.ScanFrequency;
import software.amazon.awssdk.services.ecr.model.ScanType;
import software.amazon.awssdk.services.ecr.model.ScanningRepositoryFilter;
import software.amazon.awssdk.services.ecr.model.ScanningRepositoryFilterType;

/** How repositories are set up, by the calls that the testkit's account and moto both have. Both are one account each. */
abstract class StatesContract {
    static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    static final String LIFECYCLE =
            "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"untagged\",\"countType\":"
                    + "\"imageCountMoreThan\",\"countNumber\":3},\"action\":{\"type\":\"expire\"}}]}";

    @TempDir
    private Path home;

    abstract String endpoint();

    /** The id and secret of a key that may do everything. */
    abstract String[] key();

    final Build build(String... repositories) {
        return new Build(home, endpoint())
                .variable("AWS_ACCESS_KEY_ID", key()[0])
                .variable("AWS_SECRET_ACCESS_KEY", key()[1])
                .images(Stream.of(repositories)
                        .map(name -> HOST + "/" + name + ":1.0")
                        .toArray(String[]::new));
    }

    final RepositoryState state(String repository) throws InterruptedException {
        List<RepositoryState> states = build(repository).states();
        assertThat(states).hasSize(1);
        return states.get(0);
    }

    final void set(Consumer<EcrClient> calls) {
        try (EcrClient ecr = EcrClient.builder()
                .endpointOverride(URI.create(endpoint()))
                .region(Region.EU_CENTRAL_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key()[0], key()[1])))
                .build()) {
            calls.accept(ecr);
        }
    }

    static <T> T seen(Setting<T> setting) {
        assertThat(setting).isInstanceOf(Setting.Seen.class);
        return ((Setting.Seen<T>) setting).value();
    }

    private void scans(ScanType type, ScanFrequency frequency, String filter) {
        RegistryScanningRule rule = RegistryScanningRule.builder()
                .scanFrequency(frequency)
                .repositoryFilters(ScanningRepositoryFilter.builder()
                        .filter(filter)
                        .filterType(ScanningRepositoryFilterType.WILDCARD)
                        .build())
                .build();
        set(ecr -> ecr.putRegistryScanningConfiguration(PutRegistryScanningConfigurationRequest.builder()
                .scanType(type)
                .rules(rule)
                .build()));
    }

    @Test
    void namesTheRepositoryAndWhereItIs() throws Exception {
        set(ecr -> ecr.createRepository(make -> make.repositoryName("named/app")));

        RepositoryState state = state("named/app");

        assertThat(state.subject()).isEqualTo("arn:aws:ecr:eu-central-1:123456789012:repository/named/app");
        assertThat(state.repository()).isEqualTo("named/app");
        assertThat(state.at()).isEqualTo(HOST);
        assertThat(state.source()).isEqualTo(RepositoryState.Source.LIVE);
        assertThat(state.adminUser()).isInstanceOf(Setting.Inapplicable.class);
    }

    @Test
    void tellsTagsThatMoveFromThoseThatDoNot() throws Exception {
        set(ecr -> {
            ecr.createRepository(make -> make.repositoryName("tags/movable"));
            ecr.createRepository(
                    make -> make.repositoryName("tags/fixed").imageTagMutability(ImageTagMutability.IMMUTABLE));
        });

        assertThat(seen(state("tags/movable").tags()).holds("1.0")).isFalse();
        assertThat(seen(state("tags/fixed").tags()).holds("1.0")).isTrue();
        assertThat(seen(state("tags/fixed").tags()).said()).isEqualTo("IMMUTABLE");
    }

    @Test
    void handsOverTheLifecyclePolicy() throws Exception {
        set(ecr -> {
            ecr.createRepository(make -> make.repositoryName("kept/app"));
            ecr.createRepository(make -> make.repositoryName("expiring/app"));
            ecr.putLifecyclePolicy(put -> put.repositoryName("expiring/app").lifecyclePolicyText(LIFECYCLE));
        });

        assertThat(seen(state("kept/app").lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(seen(state("expiring/app").lifecycle())).isEqualTo(new Lifecycle.Policy(LIFECYCLE, false));
    }

    @Test
    void tellsARepositoryThatIsOpenFromOneThatIsNot() throws Exception {
        set(ecr -> {
            ecr.createRepository(make -> make.repositoryName("closed/app"));
            ecr.createRepository(make -> make.repositoryName("open/app"));
            ecr.setRepositoryPolicy(put -> put.repositoryName("open/app")
                    .policyText("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"all\",\"Effect\":\"Allow\","
                            + "\"Principal\":\"*\",\"Action\":[\"ecr:BatchGetImage\"]}]}"));
        });

        assertThat(seen(state("closed/app").exposure()).reach()).isEqualTo(Reach.NAMED_PRINCIPALS);
        assertThat(seen(state("open/app").exposure()).reach()).isEqualTo(Reach.ANY_ACCOUNT);
        assertThat(seen(state("open/app").exposure()).openings()).containsExactly("Allow ecr:BatchGetImage to *");
    }

    @Test
    void doesNotSayWhoseAKeyIsThatAwsNames() throws Exception {
        set(ecr -> {
            ecr.createRepository(make -> make.repositoryName("plain/app"));
            ecr.createRepository(make -> make.repositoryName("managed/app")
                    .encryptionConfiguration(encryption -> encryption.encryptionType("KMS")));
            ecr.createRepository(make -> make.repositoryName("owned/app")
                    .encryptionConfiguration(encryption ->
                            encryption.encryptionType("KMS").kmsKey("arn:aws:kms:eu-central-1:123456789012:key/1")));
        });

        assertThat(seen(state("plain/app").encryption()).keeper()).isEqualTo(Encryption.Keeper.PROVIDER);
        assertThat(seen(state("managed/app").encryption()).keeper()).isEqualTo(Encryption.Keeper.EITHER_KMS);
        assertThat(seen(state("owned/app").encryption()))
                .isEqualTo(new Encryption(
                        Encryption.Keeper.EITHER_KMS, "arn:aws:kms:eu-central-1:123456789012:key/1", "KMS"));
    }

    @Test
    void seesScanningAsTheRegistrysRulesHaveIt() throws Exception {
        set(ecr -> {
            ecr.createRepository(make -> make.repositoryName("scanned/app"));
            ecr.createRepository(make -> make.repositoryName("passed-over/app"));
        });
        scans(ScanType.BASIC, ScanFrequency.SCAN_ON_PUSH, "scanned/*");

        assertThat(seen(state("scanned/app").scanning()).mode()).isEqualTo(Scanning.Mode.ON_PUSH);
        assertThat(seen(state("passed-over/app").scanning()).mode()).isEqualTo(Scanning.Mode.OFF);

        scans(ScanType.ENHANCED, ScanFrequency.CONTINUOUS_SCAN, "scanned/*");

        assertThat(seen(state("scanned/app").scanning()))
                .isEqualTo(new Scanning(Scanning.Mode.CONTINUOUS, "ENHANCED, CONTINUOUS_SCAN"));
        assertThat(seen(state("passed-over/app").scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
    }

    @Test
    void leavesOutWhatDoesNotExistAndKeepsTheOrder() throws Exception {
        set(ecr -> {
            ecr.createRepository(make -> make.repositoryName("order/b"));
            ecr.createRepository(make -> make.repositoryName("order/a"));
        });

        assertThat(build("order/b", "order/absent", "order/a", "order/b").states())
                .extracting(RepositoryState::repository)
                .containsExactly("order/b", "order/a");
    }
}
