package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.utils.StringInputStream;

/** The public registry: spoken to in one region, pushed to with a token of its own. */
@SuppressWarnings("NullAway.Init") // set before each test
class EcrPublicTest {
    private AwsTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allow("*", "ecr-public:*", "sts:GetServiceBearerToken"))
                .user("bearerless", who -> who.allow("*", "ecr-public:*"))
                .user("reader", who -> who.allow("*", "ecr-public:Get*", "sts:GetServiceBearerToken"))
                .publicRegistry("acme", "app", "team/tool")
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    /** A call that the SDK signs; that it has a client for the service as well is not asked of it. */
    private HttpResponse<String> call(String user, String region, String operation, String body)
            throws IOException, InterruptedException {
        AwsKey key = cloud.userKey(user);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(cloud.endpoint() + "/"))
                .putHeader("X-Amz-Target", "SpencerFrontendService." + operation)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()))
                        .request(request)
                        .payload(() -> new StringInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ecr-public")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        HttpRequest.Builder sent =
                HttpRequest.newBuilder(request.getUri()).POST(HttpRequest.BodyPublishers.ofString(body));
        signed.request().forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                sent.header(name, values.get(0));
            }
        });
        return HttpClient.newHttpClient().send(sent.build(), HttpResponse.BodyHandlers.ofString());
    }

    private DockerClient docker(String user) throws IOException, InterruptedException {
        String answer = call(user, "us-east-1", "GetAuthorizationToken", "{}").body();
        String login = JsonParser.parseString(answer)
                .getAsJsonObject()
                .getAsJsonObject("authorizationData")
                .get("authorizationToken")
                .getAsString();
        return new DockerClient(cloud.publicRegistry().url(), login);
    }

    @Test
    void tellsOfItsAliasAndRepositories() throws Exception {
        assertThat(call("ci", "us-east-1", "DescribeRegistries", "{}").body())
                .contains("\"registryUri\":\"public.ecr.aws/acme\"");
        assertThat(call("ci", "us-east-1", "DescribeRepositories", "{\"repositoryNames\":[\"app\"]}")
                        .body())
                .contains("\"repositoryUri\":\"public.ecr.aws/acme/app\"")
                .doesNotContain("team/tool");
        assertThat(call("ci", "us-east-1", "DescribeRepositories", "{\"repositoryNames\":[\"absent\"]}")
                        .body())
                .contains("RepositoryNotFoundException");
        assertThat(cloud.counts())
                .containsEntry("ecr-public:DescribeRegistries", 1L)
                .containsEntry("ecr-public:DescribeRepositories", 2L);
    }

    @Test
    void isSpokenToInOneRegion() throws Exception {
        HttpResponse<String> answer = call("ci", "eu-central-1", "DescribeRegistries", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Credential should be scoped to a valid region.");
    }

    @Test
    void givesATokenToWhoMayHaveABearerToken() throws Exception {
        assertThat(call("bearerless", "us-east-1", "GetAuthorizationToken", "{}")
                        .body())
                .contains("AccessDeniedException")
                .contains("is not authorized to perform: sts:GetServiceBearerToken on resource: *");
    }

    @Test
    void takesAPushFromWhoMay() throws Exception {
        assertThat(docker("ci").push("acme/app", "1.0", "layer")).isEmpty();
        assertThat(docker("ci").push("acme/absent", "1.0", "layer")).startsWith("404 ");
        assertThat(docker("reader").send("POST", "/v2/acme/app/blobs/uploads/").body())
                .contains("\"DENIED\"")
                .contains("is not authorized to perform: ecr-public:InitiateLayerUpload on resource:"
                        + " arn:aws:ecr-public::123456789012:repository/app");
    }

    @Test
    void letsEverybodyPull() throws Exception {
        docker("ci").push("acme/app", "1.0", "layer");
        DockerClient anybody = new DockerClient(cloud.publicRegistry().url(), "");

        assertThat(anybody.send("GET", "/v2/acme/app/manifests/1.0").statusCode())
                .isEqualTo(200);
        assertThat(anybody.send("POST", "/v2/acme/app/blobs/uploads/").statusCode())
                .isEqualTo(401);
    }

    @Test
    void isNotThereUnlessItWasAskedFor() throws IOException {
        try (AwsTestCloud bare = AwsTestCloud.builder().start()) {
            assertThatThrownBy(bare::publicRegistry).isInstanceOf(IllegalStateException.class);
        }
    }
}
