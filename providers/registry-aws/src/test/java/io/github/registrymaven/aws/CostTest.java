package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.preflight.PreflightReport;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls a preflight of many images makes: as many for a hundred as for one, but for what is bounded anyway. */
class CostTest {
    @TempDir
    private Path home;

    private static AwsTestCloud cloud() throws IOException {
        AwsTestCloudBuilder builder = AwsTestCloud.builder()
                .role(
                        "seeing",
                        who -> who.allowPush("many/*")
                                .allow("*", "ecr:Describe*", "iam:SimulatePrincipalPolicy", "iam:GetRole"))
                .role("least", who -> who.allowPush("many/*"));
        for (int i = 0; i < 100; i++) {
            builder.repository("many/app" + i);
        }
        return builder.start();
    }

    private static List<RequestedImage> images(Rehearsal rehearsal, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rehearsal.image("many/app" + i + ":1.0", null))
                .toList();
    }

    /** The calls of a preflight by a role; the login it pushes with has been made before. */
    private Map<String, Long> calls(String role, int count) throws Exception {
        try (AwsTestCloud cloud = cloud()) {
            Rehearsal rehearsal = new Rehearsal(cloud, cloud.session(role, "build"), home);
            cloud.forgetCalls();
            PreflightReport report = rehearsal.byStoredLogin(images(rehearsal, count));
            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.PASS);
            return new TreeMap<>(cloud.counts());
        }
    }

    private static long total(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void asksForAllImagesOfARegistryAtOnce(int count) throws Exception {
        assertThat(calls("seeing", count))
                .isEqualTo(Map.of(
                        "sts:GetCallerIdentity", 1L,
                        "ecr:GetAuthorizationToken", 1L,
                        "ecr:DescribeRepositories", 1L,
                        "iam:GetRole", 1L,
                        "iam:SimulatePrincipalPolicy", 1L));
    }

    @Test
    void simulatesAHundredRepositoriesWithTwoCalls() throws Exception {
        assertThat(calls("seeing", 100))
                .isEqualTo(Map.of(
                        "sts:GetCallerIdentity", 1L,
                        "ecr:GetAuthorizationToken", 1L,
                        "ecr:DescribeRepositories", 1L,
                        "iam:GetRole", 1L,
                        "iam:SimulatePrincipalPolicy", 2L));
    }

    @Test
    void asksNoMoreForAHundredThanForTenWhoMayNotSeeRepositories() throws Exception {
        Map<String, Long> ten = calls("least", 10);

        assertThat(total(calls("least", 1))).isEqualTo(8);
        assertThat(calls("least", 100)).isEqualTo(ten);
        assertThat(total(ten)).isEqualTo(22);
        assertThat(ten)
                .isEqualTo(Map.of(
                        "sts:GetCallerIdentity", 1L,
                        "ecr:GetAuthorizationToken", 1L,
                        // All at once, and one by itself: who may not see one seldom sees the next.
                        "ecr:DescribeRepositories", 2L,
                        "iam:GetRole", 1L,
                        "iam:SimulatePrincipalPolicy", 1L,
                        // Ten to learn whether repositories exist, three for the right itself.
                        "ecr:BatchGetImage", 13L,
                        "ecr:BatchCheckLayerAvailability", 3L));
    }

    @Test
    void listsARegistryOnceWhereOneOfAHundredRepositoriesIsAbsent() throws Exception {
        try (AwsTestCloud cloud = cloud()) {
            Rehearsal rehearsal = new Rehearsal(cloud, cloud.session("seeing", "build"), home);
            List<RequestedImage> images = new ArrayList<>(images(rehearsal, 99));
            images.add(rehearsal.image("many/absent:1.0", null));
            cloud.forgetCalls();

            PreflightReport report = rehearsal.byStoredLogin(images);

            assertThat(report.images().get(99).verdict()).isEqualTo(Verdict.FAIL);
            assertThat(cloud.counts())
                    .containsEntry("ecr:DescribeRepositories", 2L)
                    .containsEntry("ecr:DescribeRepositoryCreationTemplates", 1L)
                    .containsEntry("ecr:DescribePullThroughCacheRules", 1L)
                    .hasSize(7);
        }
    }

    @Test
    void makesOneLoginForARegistry() throws Exception {
        try (AwsTestCloud cloud = cloud()) {
            Rehearsal rehearsal = new Rehearsal(cloud, cloud.session("seeing", "build"), home);
            cloud.forgetCalls();

            PreflightReport report = rehearsal.byHelper(images(rehearsal, 20));

            assertThat(report.verdict()).isEqualTo(Verdict.PASS);
            assertThat(Files.readAllLines(rehearsal.helperLog())).hasSize(1);
            assertThat(cloud.counts()).containsEntry("ecr:GetAuthorizationToken", 1L);
            // Two pings, without the login and with it, and for each repository an upload, its end and the tag.
            assertThat(cloud.registry().requests()).hasSize(2 + 3 * 20);
        }
    }
}
