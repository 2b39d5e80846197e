package io.github.registrymaven.testkit.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Every way to a token. The bodies of the OAuth errors are as public reports show them; {@code tokeninfo}'s refusal of
 * federated tokens is general knowledge.
 */
class IdentitiesTest {
    private static final String BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static String token(HttpResponse<String> answer) {
        return GoogleJson.text(GoogleJson.parse(answer.body()), "access_token");
    }

    @Test
    void takeAKeyForAToken() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder().account("ci").start()) {
            GoogleClient client = new GoogleClient(cloud);
            String key = cloud.keyFile("ci");

            HttpResponse<String> given = client.form(
                    "/token", "grant_type", BEARER, "assertion", GoogleClient.assertion(key, Instant.now()));
            HttpResponse<String> info = client.getAs(token(given), "/tokeninfo");

            assertThat(info.statusCode()).isEqualTo(200);
            assertThat(info.body()).contains("\"email\":\"ci@acme-prod.iam.gserviceaccount.com\"");
        }
    }

    @Test
    void refuseARevokedKeyAndOneOfAnotherTime() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder().account("ci").start()) {
            GoogleClient client = new GoogleClient(cloud);
            String key = cloud.keyFile("ci");

            HttpResponse<String> late = client.form(
                    "/token",
                    "grant_type",
                    BEARER,
                    "assertion",
                    GoogleClient.assertion(key, Instant.now().minus(Duration.ofHours(2))));
            cloud.revokeKeys("ci");
            HttpResponse<String> revoked = client.form(
                    "/token", "grant_type", BEARER, "assertion", GoogleClient.assertion(key, Instant.now()));

            assertThat(late.statusCode()).isEqualTo(400);
            assertThat(late.body()).contains("invalid_grant", "reasonable timeframe");
            assertThat(revoked.body()).contains("invalid_grant", "Invalid JWT Signature.");
        }
    }

    @Test
    void refuseAKeyWhoseAccountIsGone() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder().start()) {
            HttpResponse<String> answer = new GoogleClient(cloud)
                    .form(
                            "/token",
                            "grant_type",
                            BEARER,
                            "assertion",
                            GoogleClient.assertion(cloud.keyFile("gone"), Instant.now()));

            assertThat(answer.body()).contains("Invalid grant: account not found");
        }
    }

    @Test
    void refreshASessionUntilItEnds() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder().start()) {
            GoogleClient client = new GoogleClient(cloud);
            String refresh = GoogleJson.text(GoogleJson.parse(cloud.userFile("dev@example.com")), "refresh_token");

            HttpResponse<String> given = client.form("/token", "grant_type", "refresh_token", "refresh_token", refresh);
            cloud.endSessions("dev@example.com");
            HttpResponse<String> ended = client.form("/token", "grant_type", "refresh_token", "refresh_token", refresh);

            assertThat(client.getAs(token(given), "/tokeninfo").body()).contains("dev@example.com");
            assertThat(ended.body()).contains("invalid_grant", "expired or revoked");
        }
    }

    @Test
    void exchangeASubjectAndBecomeAnAccountOnlyWithTheRight() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder()
                .pool("github")
                .account("ci")
                .account("other")
                .mayActAs(
                        "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github/subject/repo",
                        "ci")
                .start()) {
            GoogleClient client = new GoogleClient(cloud);
            String audience =
                    GoogleJson.text(GoogleJson.parse(cloud.federationFile("github", Path.of("t"), null)), "audience");
            HttpResponse<String> exchanged = client.form(
                    "/v1/token",
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:token-exchange",
                    "audience",
                    audience,
                    "scope",
                    AccessTokens.ALL_OF_THE_CLOUD,
                    "subject_token",
                    cloud.subjectToken("repo"));
            String body = "{\"scope\":[\"" + AccessTokens.ALL_OF_THE_CLOUD + "\"]}";

            HttpResponse<String> minted = client.postAs(
                    token(exchanged),
                    "/v1/projects/-/serviceAccounts/" + cloud.email("ci") + ":generateAccessToken",
                    body);
            HttpResponse<String> denied = client.postAs(
                    token(exchanged),
                    "/v1/projects/-/serviceAccounts/" + cloud.email("other") + ":generateAccessToken",
                    body);

            assertThat(client.getAs(token(exchanged), "/tokeninfo").statusCode())
                    .as("federated tokens have no account to show")
                    .isEqualTo(400);
            assertThat(minted.body()).contains("accessToken", "expireTime");
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.body()).contains("iam.serviceAccounts.getAccessToken", "IAM_PERMISSION_DENIED");
        }
    }

    @Test
    void giveTheMachinesAccountToWhoeverAsksByTheRightHeader() throws Exception {
        try (GoogleTestCloud cloud = GoogleTestCloud.builder()
                .account("vm")
                .machine("vm", "https://www.googleapis.com/auth/devstorage.read_only")
                .start()) {
            GoogleClient client = new GoogleClient(cloud);
            String path = "/computeMetadata/v1/instance/service-accounts/default/token";

            HttpResponse<String> plain = client.get(path);
            String token = token(client.get(path, "Metadata-Flavor", "Google"));
            HttpResponse<String> used = client.getAs(token, "/v1/projects/acme-prod/locations/us/repositories/app");

            assertThat(plain.statusCode()).isEqualTo(403);
            assertThat(used.statusCode()).isEqualTo(403);
            assertThat(used.body()).contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
        }
    }

    @Test
    void endATokenWhenItsTimeIsOver() throws Exception {
        try (GoogleTestCloud cloud =
                GoogleTestCloud.builder().clock(Clock.systemUTC()).start()) {
            String over = cloud.accessToken("user:dev@example.com", Duration.ofSeconds(-1));

            HttpResponse<String> answer =
                    new GoogleClient(cloud).getAs(over, "/v1/projects/acme-prod/locations/us/repositories/app");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("UNAUTHENTICATED", "ACCESS_TOKEN_EXPIRED");
        }
    }
}
