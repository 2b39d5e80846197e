package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.PullThroughCacheRuleNotFoundException;
import software.amazon.awssdk.services.ecr.model.TemplateNotFoundException;

/** Calls are counted, pages and lists are as long as AWS makes them. */
class WhatACallCostsTest {
    private static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format("app/%03d", number))
                .toList();
    }

    private static AwsTestCloud cloud(int repositories) throws IOException {
        AwsTestCloudBuilder builder = AwsTestCloud.builder().user("ci", who -> who.allow("*", "ecr:*"));
        names(repositories).forEach(builder::repository);
        return builder.start();
    }

    @Test
    void countsCallsAndForgetsThem() throws IOException {
        try (AwsTestCloud cloud = cloud(100);
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            EcrClient ecr = clients.ecr();
            assertThat(ecr.describeRepositories(ask -> ask.repositoryNames(names(100)))
                            .repositories())
                    .hasSize(100);
            ecr.getAuthorizationToken();
            clients.sts().getCallerIdentity();

            assertThat(cloud.counts())
                    .containsOnly(
                            Map.entry("ecr:DescribeRepositories", 1L),
                            Map.entry("ecr:GetAuthorizationToken", 1L),
                            Map.entry("sts:GetCallerIdentity", 1L));
            assertThat(cloud.calls().get(0))
                    .isEqualTo(new AwsCall("ecr:DescribeRepositories", "arn:aws:iam::123456789012:user/ci", 200, ""));

            cloud.forgetCalls();
            assertThat(cloud.calls()).isEmpty();
        }
    }

    @Test
    void takesNoMoreThanAHundredNames() throws IOException {
        try (AwsTestCloud cloud = cloud(0);
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            assertThatThrownBy(() -> clients.ecr().describeRepositories(ask -> ask.repositoryNames(names(101))))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("Member must have length less than or equal to 100");
        }
    }

    @Test
    void givesLongListsInPages() throws IOException {
        try (AwsTestCloud cloud = cloud(5);
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            assertThat(clients.ecr().describeRepositoriesPaginator(ask -> ask.maxResults(2)).stream()
                            .map(DescribeRepositoriesResponse::repositories)
                            .map(List::size))
                    .containsExactly(2, 2, 1);
        }
    }

    @Test
    void keepsRegionsApart() throws IOException {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", who -> who.allow("*", "ecr:*"))
                        .repository("here/app")
                        .repositoryIn("us-east-1", "there/app")
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci")).in("us-east-1");
                AwsClients nowhere = AwsClients.of(cloud, cloud.userKey("ci")).in("eu-west-1")) {
            assertThat(clients.ecr().describeRepositories().repositories())
                    .extracting(found -> found.repositoryArn())
                    .containsExactly("arn:aws:ecr:us-east-1:123456789012:repository/there/app");
            assertThat(nowhere.ecr().describeRepositories().repositories()).isEmpty();
        }
    }

    @Test
    void namesThingsAsTheirPartitionDoes() throws IOException {
        try (AwsTestCloud china = AwsTestCloud.builder().region("cn-north-1").start();
                AwsTestCloud government =
                        AwsTestCloud.builder().region("us-gov-west-1").start()) {
            assertThat(china.registryHost()).isEqualTo("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn");
            assertThat(china.repositoryArn("app")).isEqualTo("arn:aws-cn:ecr:cn-north-1:123456789012:repository/app");
            assertThat(government.registryHost()).isEqualTo("123456789012.dkr.ecr.us-gov-west-1.amazonaws.com");
            assertThat(government.rootKey().arn()).isEqualTo("arn:aws-us-gov:iam::123456789012:root");
        }
    }

    @Test
    void tellsOfTemplatesCachesAndSettings() throws IOException {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", who -> who.allow("*", "ecr:*"))
                        .pullThroughCache("docker-hub", "registry-1.docker.io")
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            EcrClient ecr = clients.ecr();

            assertThat(ecr.describePullThroughCacheRules(ask -> {}).pullThroughCacheRules())
                    .extracting(rule -> rule.ecrRepositoryPrefix() + " " + rule.upstreamRegistryUrl())
                    .containsExactly("docker-hub registry-1.docker.io");
            assertThatThrownBy(() -> ecr.describePullThroughCacheRules(ask -> ask.ecrRepositoryPrefixes("quay")))
                    .isInstanceOf(PullThroughCacheRuleNotFoundException.class);
            assertThatThrownBy(() -> ecr.describeRepositoryCreationTemplates(ask -> ask.prefixes("team")))
                    .isInstanceOf(TemplateNotFoundException.class);
            assertThat(ecr.getAccountSetting(ask -> ask.name("BLOB_MOUNTING")).value())
                    .isEqualTo("DISABLED");
        }
    }

    @Test
    void scansContinuouslyWhereTwoRulesFit() throws IOException {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", who -> who.allow("*", "ecr:*"))
                        .repository("team/app")
                        .repository("old/app", RepositoryDescription::scanOnPush)
                        .scanType("ENHANCED")
                        .scanRule("CONTINUOUS_SCAN", "team")
                        .scanRule("SCAN_ON_PUSH", "team/*")
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            assertThat(clients.ecr()
                            .batchGetRepositoryScanningConfiguration(ask -> ask.repositoryNames("team/app", "old/app"))
                            .scanningConfigurations())
                    .extracting(scanned -> scanned.repositoryName() + " " + scanned.scanFrequencyAsString() + " "
                            + scanned.appliedScanFilters().size())
                    .containsExactly("team/app CONTINUOUS_SCAN 1", "old/app MANUAL 0");
        }
    }
}
