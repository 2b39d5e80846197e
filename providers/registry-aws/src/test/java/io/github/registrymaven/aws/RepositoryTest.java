package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    @TempDir
    private Path home;

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Build build() {
        return new Build(home, aws.url());
    }

    private static boolean mayOpenUpload(Build.Outcome outcome, String repository) {
        return outcome.survey()
                .mayOpenUpload(((ParsedReference.Valid) ImageReference.parse(Build.HOST + "/" + repository + ":1.0"))
                        .reference());
    }

    @Test
    void asksAboutAHundredImagesWithOneRequestEach() throws Exception {
        String[] images = IntStream.range(0, 100)
                .mapToObj(i -> "team/app" + i)
                .peek(name -> aws.repository(name))
                .map(name -> Build.HOST + "/" + name + ":1.0")
                .toArray(String[]::new);
        aws.simulates(Map.of());

        Build.Outcome outcome = build().images(images).ask();

        assertThat(outcome.finding("repository").verdict()).isEqualTo(Verdict.PASS);
        assertThat(aws.asked())
                .containsExactlyInAnyOrder(
                        "GetCallerIdentity",
                        "DescribeRepositories",
                        "GetAuthorizationToken",
                        "GetRole",
                        "SimulatePrincipalPolicy",
                        "SimulatePrincipalPolicy");
        assertThat(outcome.requests()).isEqualTo(6);
    }

    @Test
    void failsWhereTheRepositoryIsAbsentAndKeepsTheUploadAway() throws Exception {
        aws.repository("team/apq").repository("other/app").repository("unrelated");

        Build.Outcome outcome = build().ask();

        Finding finding = outcome.finding("repository");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.cause()).isEqualTo(Cause.REPOSITORY_NOT_FOUND);
        assertThat(finding.evidence()).contains("probably meant: team/apq");
        assertThat(finding.remedies().get(0).commands().get(0))
                .startsWith("aws ecr create-repository --region eu-west-1 --registry-id 111122223333"
                        + " --repository-name team/app ");
        assertThat(finding.remedies().get(1).files().get(0).content())
                .contains(
                        "resource \"aws_ecr_repository\" \"team_app\"",
                        "scan_on_push = true",
                        "IMMUTABLE",
                        "lifecycle");
        assertThat(mayOpenUpload(outcome, "team/app")).isFalse();
    }

    @Test
    void looksForATemplateBeforeItCallsARepositoryAbsent() throws Exception {
        aws.on(
                "DescribeRepositoryCreationTemplates",
                body -> FakeAws.json(
                        "{\"repositoryCreationTemplates\":[{\"prefix\":\"ROOT\",\"appliedFor\":[\"REPLICATION\"]},"
                                + "{\"prefix\":\"team\",\"appliedFor\":[\"CREATE_ON_PUSH\"]}]}"));

        Build.Outcome outcome = build().ask();

        assertThat(outcome.finding("repository").verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.finding("repository").summary()).endsWith("does not exist yet, and a push creates it");
        assertThat(mayOpenUpload(outcome, "team/app")).isFalse();
    }

    @Test
    void letsTheNearestTemplateDecideThatAPushCreatesNothing() throws Exception {
        aws.on(
                "DescribeRepositoryCreationTemplates",
                body -> FakeAws.json(
                        "{\"repositoryCreationTemplates\":[{\"prefix\":\"ROOT\",\"appliedFor\":[\"CREATE_ON_PUSH\"]},"
                                + "{\"prefix\":\"team\",\"appliedFor\":[\"REPLICATION\"]}]}"));

        assertThat(build().ask().finding("repository").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void isNotSureWhereTemplatesAreNotShown() throws Exception {
        aws.on("DescribeRepositoryCreationTemplates", body -> FakeAws.error("AccessDeniedException", "no"));

        Build.Outcome outcome = build().ask();

        assertThat(outcome.finding("repository").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(outcome.finding("repository").cause()).isEqualTo(Cause.REPOSITORY_NOT_FOUND);
        assertThat(mayOpenUpload(outcome, "team/app")).isFalse();
    }

    @Test
    void doesNotTakeARepositoryThatIsNotShownForAbsent() throws Exception {
        aws.on(
                        "DescribeRepositories",
                        body -> FakeAws.error(
                                "AccessDeniedException", FakeAws.denied("ecr:DescribeRepositories", "arn:x")))
                .on("BatchGetImage", body -> FakeAws.error("AccessDeniedException", "no"));

        Build.Outcome outcome = build().ask();

        assertThat(outcome.finding("aws-repository").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(outcome.finding("aws-repository").cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(outcome.finding("aws-repository")
                        .remedies()
                        .get(0)
                        .files()
                        .get(0)
                        .content())
                .contains("ecr:DescribeRepositories");
        assertThat(mayOpenUpload(outcome, "team/app")).isTrue();
        assertThat(build().saw("upload", 202, "")
                        .ask()
                        .finding("aws-repository")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void learnsFromAHarmlessQuestionWhereRepositoriesAreNotShown() throws Exception {
        aws.on("DescribeRepositories", body -> FakeAws.error("AccessDeniedException", "no"));

        assertThat(build().ask().finding("repository").summary()).endsWith("team/app exists");

        aws.on("BatchGetImage", body -> FakeAws.error("RepositoryNotFoundException", "no"));

        assertThat(build().ask().finding("repository").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void tellsTheAbsentFromTheRestOfOneRequest() throws Exception {
        aws.repository("team/b");

        Build.Outcome outcome = build().images(Build.HOST + "/team/a:1.0", Build.HOST + "/team/b:1.0")
                .ask();

        assertThat(mayOpenUpload(outcome, "team/a")).isFalse();
        assertThat(mayOpenUpload(outcome, "team/b")).isTrue();
        assertThat(aws.count("DescribeRepositories")).isEqualTo(2);
    }

    @Test
    void asksOneByOneWhereTheRegistryMayNotBeListed() throws Exception {
        aws.repository("team/b");
        aws.on(
                "DescribeRepositories",
                body -> !body.contains("repositoryNames")
                        ? FakeAws.error("AccessDeniedException", "no")
                        : body.contains("team/a")
                                ? FakeAws.error("RepositoryNotFoundException", "no")
                                : FakeAws.json("{\"repositories\":[{\"repositoryName\":\"team/b\"}]}"));

        Build.Outcome outcome = build().images(Build.HOST + "/team/a:1.0", Build.HOST + "/team/b:1.0")
                .ask();

        assertThat(mayOpenUpload(outcome, "team/a")).isFalse();
        assertThat(mayOpenUpload(outcome, "team/b")).isTrue();
    }

    @Test
    void findsTheRepositoryInTheBuildsOwnRegion() throws Exception {
        aws.on("DescribeRepositories", body -> FakeAws.error("RepositoryNotFoundException", "no"));
        try (FakeAws other = new FakeAws().repository("team/app")) {
            Build.Outcome outcome = build().without("AWS_ENDPOINT_URL")
                    .variable("AWS_ENDPOINT_URL_STS", aws.url())
                    .variable("AWS_ENDPOINT_URL_IAM", aws.url())
                    .variable("AWS_REGION", "us-east-1")
                    .endpoint("api.ecr.eu-west-1.amazonaws.com", aws.url())
                    .endpoint("api.ecr.us-east-1.amazonaws.com", other.url())
                    .ask();

            assertThat(outcome.finding("repository").evidence())
                    .contains("there is one of that name in us-east-1, and the host says eu-west-1");
        }
    }

    @Test
    void saysThatTheNameIsInAPullThroughCache() throws Exception {
        aws.on(
                "DescribePullThroughCacheRules",
                body -> FakeAws.json(
                        "{\"pullThroughCacheRules\":[{\"ecrRepositoryPrefix\":\"team\",\"upstreamRegistryUrl\":\"quay.io\"}]}"));

        assertThat(build().ask().finding("repository").evidence().toString())
                .contains("in the namespace of the pull-through cache of quay.io");
    }

    @Test
    void asksFewQuestionsWhereNothingIsShown() throws Exception {
        aws.on("DescribeRepositories", body -> FakeAws.error("AccessDeniedException", "no"));
        String[] images = IntStream.range(0, 100)
                .mapToObj(i -> Build.HOST + "/team/app" + i + ":1.0")
                .toArray(String[]::new);

        Build.Outcome outcome = build().images(images).ask();

        assertThat(outcome.finding("repository").summary()).endsWith("team/app0 exists");
        assertThat(outcome.requests()).isLessThanOrEqualTo(24);
    }
}
