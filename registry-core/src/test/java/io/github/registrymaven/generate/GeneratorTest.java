package io.github.registrymaven.generate;

import static io.github.registrymaven.generate.Generations.GITHUB;
import static io.github.registrymaven.generate.Generations.GITLAB;
import static io.github.registrymaven.generate.Generations.all;
import static io.github.registrymaven.generate.Generations.file;
import static io.github.registrymaven.generate.Generations.generate;
import static io.github.registrymaven.generate.Generations.golden;
import static io.github.registrymaven.generate.Generations.paths;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole texts are in golden files, which are read like code when they change. */
class GeneratorTest {
    private static final String EU = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/";

    @Test
    void generatesForAmazonAndGithub() throws IOException {
        Generation generation =
                generate(GITHUB, EU + "team/app:1.0", EU + "team/app:latest", EU + "team/db:1.0-SNAPSHOT");

        assertThat(all(generation)).isEqualTo(golden("amazon-github.txt"));
    }

    @Test
    void generatesForAmazonAndGitlabBesideARegistryWithPasswords() throws IOException {
        Generation generation = generate(GITLAB, EU + "team/app:1.0", "reg.example.com:5000/team/app:1.0");

        assertThat(all(generation)).isEqualTo(golden("amazon-gitlab.txt"));
    }

    @Test
    void theSameImagesInAnyOrderComeToTheSameText() {
        List<String> images = new ArrayList<>(List.of(
                EU + "b:1",
                EU + "a:2",
                EU + "a:1",
                "ghcr.io/o/x:1",
                "210987654321.dkr.ecr.us-east-1.amazonaws.com/c:1"));
        String one = all(generate(null, images));
        Collections.reverse(images);
        images.add(EU + "a:1");

        assertThat(all(generate(null, images))).isEqualTo(one);
    }

    @Test
    void takesThePartitionOfEachHost() {
        Generation china = generate(GITHUB, "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/team/app:1");
        Generation government = generate(GITHUB, "123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/team/app:1");

        assertThat(file(china, "aws-123456789012/push-policy.json"))
                .contains("\"arn:aws-cn:ecr:cn-north-1:123456789012:repository/team/app\"");
        assertThat(file(china, "aws-123456789012/trust-policy-github.json"))
                .contains("arn:aws-cn:iam::", "\"sts.amazonaws.com.cn\"");
        assertThat(file(china, "github-actions.yml")).contains("    audience: sts.amazonaws.com.cn");
        assertThat(file(government, "aws-123456789012/push-policy.json")).contains("\"arn:aws-us-gov:ecr:");
    }

    @Test
    void hasAPolicyForEachAccountAndCodeForEachRegion() {
        Generation generation = generate(
                GITHUB,
                EU + "a:1",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1",
                "210987654321.dkr.ecr.us-east-1.amazonaws.com/b:1");

        assertThat(paths(generation))
                .contains(
                        "aws-123456789012/push-policy.json",
                        "aws-123456789012/eu-central-1/ecr.tf",
                        "aws-123456789012/us-east-1/ecr.tf",
                        "aws-210987654321/push-policy.json",
                        "aws-210987654321/us-east-1/ecr.tf");
        assertThat(file(generation, "aws-210987654321/push-policy.json")).doesNotContain("123456789012");
        assertThat(generation.notes()).anyMatch(note -> note.startsWith("the images go to 2 AWS accounts"));
    }

    @Test
    void bindsTheRoleToTheProjectsOwnRepositoryOrAsksForIt() {
        Generation known = generate(GITHUB, EU + "a:1");
        Generation unknown = generate(null, EU + "a:1");

        assertThat(file(known, "aws-123456789012/trust-policy-github.json"))
                .contains("\"repo:acme/shop:ref:refs/heads/main\"");
        assertThat(paths(known)).noneMatch(path -> path.contains("gitlab"));
        assertThat(paths(unknown))
                .contains(
                        "aws-123456789012/trust-policy-github.json",
                        "aws-123456789012/trust-policy-gitlab.json",
                        "github-actions.yml",
                        "gitlab-ci.yml");
        assertThat(file(unknown, "aws-123456789012/create-role-github.sh")).contains("grep -q -e OWNER/REPOSITORY");
        assertThat(unknown.notes()).anyMatch(note -> note.contains("fill in OWNER/REPOSITORY"));
    }

    @Test
    void noGeneratedFileHoldsALongLivedKey() {
        Generation generation = generate(null, EU + "a:1");

        assertThat(all(generation)).doesNotContainIgnoringCase("access_key", "access-key", "secrets.");
        assertThat(file(generation, "github-actions.yml")).contains("  id-token: write");
        assertThat(file(generation, "gitlab-ci.yml")).contains("  id_tokens:\n    AWS_ID_TOKEN:");
    }

    @Test
    void theWorkflowsOwnTokenDoesForGithubsRegistry() {
        Generation generation = generate(GITHUB, "ghcr.io/acme/shop:1");

        assertThat(file(generation, "github-actions.yml"))
                .contains("  packages: write", "password: ${{ secrets.GITHUB_TOKEN }}");
        assertThat(generation.notes()).anyMatch(note -> note.startsWith("ghcr.io: the workflow's own token"));
        assertThat(generate(null, "ghcr.io/acme/shop:1").notes())
                .contains("ghcr.io: on GitHub the workflow's own token logs in; elsewhere set the secrets GHCR_IO_USER"
                        + " and GHCR_IO_PASSWORD of CI");
    }

    @Test
    void theJobsOwnTokenDoesForTheProjectsRegistryAtGitlab() {
        Generation own = generate(GITLAB, "registry.gitlab.example.com/acme/shop/web:1");
        Generation another = generate(GITLAB, "registry.gitlab.example.com/acme/shopping:1");

        assertThat(file(own, "gitlab-ci.yml")).contains("\"$CI_REGISTRY_USER\" \"$CI_REGISTRY_PASSWORD\"");
        assertThat(own.notes())
                .contains("registry.gitlab.example.com: the job's own token logs in; nothing else is needed");
        assertThat(file(another, "gitlab-ci.yml")).contains("\"$REGISTRY_GITLAB_EXAMPLE_COM_USER\"");
    }

    @ParameterizedTest
    @CsvSource({
        "github.example.com, REGISTRY_GITHUB_EXAMPLE_COM",
        "10.0.0.5:5000, REGISTRY_10_0_0_5_5000",
        "reg.example.com, REG_EXAMPLE_COM"
    })
    void namesSecretsWithWhatCiTakes(String host, String name) {
        Generation generation = generate(null, host + "/app:1");

        assertThat(file(generation, "github-actions.yml")).contains("${{ secrets." + name + "_PASSWORD }}");
        assertThat(file(generation, "gitlab-ci.yml")).contains("\"$" + name + "_PASSWORD\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com",
                "123456789012.dkr-ecr.us-gov-west-1.on.aws"
            })
    void logsInToEachHostOfAnAmazonRegistry(String host) {
        String usual = "123456789012.dkr.ecr.us-gov-west-1.amazonaws.com";
        String password = "      - run: aws ecr get-login-password --region us-gov-west-1"
                + " | docker login --username AWS --password-stdin " + host + "\n";

        assertThat(file(generate(GITHUB, host + "/app:1"), "github-actions.yml"))
                .contains(password)
                .doesNotContain("amazon-ecr-login");
        assertThat(file(generate(GITHUB, host + "/app:1", usual + "/app:1"), "github-actions.yml"))
                .contains(password, "amazon-ecr-login");
    }

    @Test
    void makesAProviderThatIsThereTakeTheJobsTokensAndARoleThatIsThereOnlyIfTold() {
        String script = file(generate(GITLAB, EU + "a:1"), "aws-123456789012/create-role-gitlab.sh");

        assertThat(script)
                .contains("aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn"
                        + " arn:aws:iam::123456789012:oidc-provider/gitlab.example.com --client-id sts.amazonaws.com\n")
                .containsSubsequence("get-role", "create-role", "elif [ \"${1:-}\" = --renew ]", "exit 1");
    }

    @Test
    void saysWhatItCannotGenerate() {
        Generation nothing = generate(GITHUB, "public.ecr.aws/alias/app:1");
        Generation mirror = generate(GITHUB, "mirror.gcr.io/library/app:1");

        assertThat(nothing.files()).isEmpty();
        assertThat(nothing.notes())
                .hasSize(1)
                .allMatch(note -> note.startsWith("nothing is generated for public.ecr.aws"));
        assertThat(paths(mirror)).containsExactly("github-actions.yml");
    }

    @Test
    void namesARoleWithWhatIamTakes() {
        assertThat(Stream.of("shop", "my shop/é", "a".repeat(80)).map(name -> new Project(name, null, "17").role()))
                .containsExactly("push-shop", "push-my-shop--", "push-" + "a".repeat(50));
    }

    @Test
    void namesAnIdentityWithWhatGoogleAndAzureTake() {
        assertThat(Stream.of("shop", "My Shop/é", "a".repeat(80), "-", "x")
                        .map(name -> new Project(name, null, "17").identity()))
                .containsExactly("push-shop", "push-my-shop", "push-" + "a".repeat(25), "push-images", "push-x");
    }

    @Test
    void oneJobLogsInToEveryCloud() {
        Generation generation = generate(
                GITLAB,
                EU + "a:1",
                "europe-west3-docker.pkg.dev/acme-prod/app/web:1",
                "acmeprod.azurecr.io/team/app:1");

        assertThat(file(generation, "gitlab-ci.yml"))
                .contains("    AWS_ID_TOKEN:\n", "    GOOGLE_ID_TOKEN:\n", "    AZURE_ID_TOKEN:\n")
                .contains("\"credHelpers\":{\"123456789012.dkr.ecr.eu-central-1.amazonaws.com\":\"ecr-login\"}")
                .contains(
                        "\"acmeprod.azurecr.io\":{\"auth\":\"%s\"},\"europe-west3-docker.pkg.dev\":{\"auth\":\"%s\"}");
    }
}
