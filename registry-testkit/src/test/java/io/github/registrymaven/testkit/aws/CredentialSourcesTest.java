package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/** Machines and people find the sessions of their roles where AWS puts them. */
@SuppressWarnings("NullAway.Init") // set before each test
class CredentialSourcesTest {
    private static final String SIGN_ON = "AWSReservedSSO_Developer_0123456789abcdef";

    private AwsTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AwsTestCloud.builder()
                .role("machine", who -> {})
                .role("task", who -> {})
                .role(SIGN_ON, who -> who.path("/aws-reserved/sso.amazonaws.com/eu-central-1/"))
                .instanceRole("machine")
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private String whoIs(String keyId, String secret, String token) {
        try (AwsClients clients = new AwsClients(cloud.endpoint(), keyId, secret, token)) {
            return clients.sts().getCallerIdentity().arn();
        }
    }

    private static AwsCredentials instance(AwsTestCloud of) {
        try (InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.builder()
                .endpoint(of.endpoint())
                .profileFile(() -> ProfileFile.aggregator().build())
                .build()) {
            return provider.resolveCredentials();
        }
    }

    @Test
    void anInstanceHasItsRole() {
        AwsCredentials found = instance(cloud);

        assertThat(found)
                .isInstanceOfSatisfying(
                        AwsSessionCredentials.class,
                        session -> assertThat(
                                        whoIs(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()))
                                .isEqualTo("arn:aws:sts::123456789012:assumed-role/machine/i-00000000000000000"));
        assertThat(cloud.counts()).containsKey("metadata:GetCredentials");
    }

    @Test
    void anInstanceMayHaveNoRole() throws IOException {
        try (AwsTestCloud bare = AwsTestCloud.builder().start()) {
            assertThatThrownBy(() -> instance(bare)).isInstanceOf(SdkClientException.class);
        }
    }

    @Test
    void anInstanceMisbehavesToOrder() {
        cloud.faults().on("GetCredentials").serverError();

        assertThatThrownBy(() -> instance(cloud)).isInstanceOf(SdkClientException.class);
    }

    @Test
    void aContainerHasTheRoleOfItsTask() throws Exception {
        JsonObject found = JsonParser.parseString(
                        get(cloud.containerCredentials("task"), "none").body())
                .getAsJsonObject();

        assertThat(whoIs(
                        found.get("AccessKeyId").getAsString(),
                        found.get("SecretAccessKey").getAsString(),
                        found.get("Token").getAsString()))
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/task/container");
        assertThat(get(cloud.containerCredentials("absent"), "none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoSignedOnHasTheRoleOfThePermissionSet() throws Exception {
        String url = cloud.endpoint() + "/federation/credentials?role_name=Developer&account_id=123456789012";

        JsonObject found = JsonParser.parseString(get(url, cloud.signOnToken()).body())
                .getAsJsonObject()
                .getAsJsonObject("roleCredentials");

        assertThat(whoIs(
                        found.get("accessKeyId").getAsString(),
                        found.get("secretAccessKey").getAsString(),
                        found.get("sessionToken").getAsString()))
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/" + SIGN_ON + "/someone");
        assertThat(get(url.replace("Developer", "Owner"), cloud.signOnToken()).statusCode())
                .isEqualTo(403);
        assertThat(get(url.replace("123456789012", "210987654321"), cloud.signOnToken())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSignOnEnds() throws Exception {
        String url = cloud.endpoint() + "/federation/credentials?role_name=Developer&account_id=123456789012";
        String token = cloud.signOnToken();

        cloud.endSignOn();

        HttpResponse<String> answer = get(url, token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("UnauthorizedException");
        assertThat(answer.body()).contains("Session token not found or invalid");
    }

    private static HttpResponse<String> get(String url, String signOnToken) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("x-amz-sso_bearer_token", signOnToken)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
