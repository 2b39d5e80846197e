package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.catalogue.Explainer;
import io.github.registrymaven.catalogue.Explanation;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The errors of Amazon ECR that this project was founded for: known before the push, by the cause that their text is explained with. */
class FoundingListTest {
    @TempDir
    private Path home;

    private AwsTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AwsTestCloud.builder()
                .repository("team/app")
                .user("ci", who -> who.allowPush("*").allow("*", "ecr:Describe*", "iam:*"))
                .user(
                        "reader",
                        who -> who.allow(
                                "*", "ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:Describe*", "iam:*"))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private Rehearsal as(String user) {
        return new Rehearsal(cloud, cloud.userKey(user), home);
    }

    private static void isKnownAs(Cause cause, ImageReport before, String afterwards) {
        Finding decisive = Objects.requireNonNull(before.decisive());
        Explanation explained = new Explainer().explain("registry.message", afterwards);

        assertThat(before.verdict()).as(before.checks().toString()).isEqualTo(Verdict.FAIL);
        assertThat(decisive.cause()).isEqualTo(cause);
        assertThat(decisive.remedies()).isNotEmpty();
        assertThat(explained.cause()).isEqualTo(cause);
    }

    @Test
    void noBasicAuthCredentials() throws Exception {
        Rehearsal nobody = as("ci");

        isKnownAs(
                Cause.CREDENTIALS_MISSING,
                nobody.byNoLogin(List.of(nobody.image("team/app:1.0", null)))
                        .images()
                        .get(0),
                "no basic auth credentials");
    }

    @Test
    void repositoryNotFoundException() throws Exception {
        isKnownAs(
                Cause.REPOSITORY_NOT_FOUND,
                as("ci").byStoredLogin("team/absent:1.0", null),
                "An error occurred (RepositoryNotFoundException) when calling the DescribeRepositories operation: The repository"
                        + " with name 'team/absent' does not exist in the registry with id '123456789012'");
    }

    @Test
    void accessDeniedException() throws Exception {
        isKnownAs(
                Cause.PERMISSION_DENIED,
                as("reader").byStoredLogin("team/app:1.0", null),
                "AccessDeniedException: User: arn:aws:iam::123456789012:user/reader is not authorized to perform:"
                        + " ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-central-1:123456789012:repository/team/app");
    }
}
