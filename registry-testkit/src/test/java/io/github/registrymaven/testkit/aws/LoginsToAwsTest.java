package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Wrong keys, ended sessions, and misbehaviour to order, as the SDK sees them. */
@SuppressWarnings("NullAway.Init") // set before each test
class LoginsToAwsTest {
    private AwsTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allow("*", "*"))
                .role("deployer", who -> who.allow("*", "*"))
                .repository("team/app")
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    /** Status and code of what the SDK is told: first by STS, then by Amazon ECR. */
    private String refusals(String keyId, String secret, String token) {
        try (AwsClients clients = new AwsClients(cloud.endpoint(), keyId, secret, token)) {
            return refusal(() -> clients.sts().getCallerIdentity()) + ", "
                    + refusal(() -> clients.ecr().describeRepositories());
        }
    }

    private String refusals(AwsKey key) {
        try (AwsClients clients = AwsClients.of(cloud, key)) {
            return refusal(() -> clients.sts().getCallerIdentity()) + ", "
                    + refusal(() -> clients.ecr().describeRepositories());
        }
    }

    private static String refusal(Runnable call) {
        try {
            call.run();
            return "none";
        } catch (AwsServiceException refused) {
            return refused.statusCode() + " " + refused.awsErrorDetails().errorCode();
        }
    }

    @Test
    void takesTheKeyOfAUser() {
        assertThat(refusals(cloud.userKey("ci"))).isEqualTo("none, none");
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        AwsKey key = cloud.userKey("ci");
        cloud.revoke(key);

        assertThat(refusals(key)).isEqualTo("403 InvalidClientTokenId, 400 UnrecognizedClientException");
    }

    @Test
    void refusesAWrongSecret() {
        AwsKey key = cloud.userKey("ci");

        assertThatThrownBy(() -> {
                    try (AwsClients clients =
                            new AwsClients(cloud.endpoint(), key.accessKeyId(), key.secretAccessKey() + "x", null)) {
                        clients.sts().getCallerIdentity();
                    }
                })
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("SignatureDoesNotMatch"))
                .hasMessageContaining("The request signature we calculated does not match");
    }

    @Test
    void refusesASessionWithoutItsToken() {
        AwsKey key = cloud.session("deployer", "build-7");

        assertThat(refusals(key)).isEqualTo("none, none");
        assertThat(refusals(key.accessKeyId(), key.secretAccessKey(), "another"))
                .isEqualTo("403 InvalidClientTokenId, 400 UnrecognizedClientException");
    }

    @Test
    void refusesASessionThatHasEnded() {
        AwsKey key = cloud.session("deployer", "build-7", null, Duration.ZERO);

        assertThat(refusals(key)).isEqualTo("403 ExpiredToken, 400 ExpiredTokenException");
    }

    @Test
    void refusesASignatureOfAnotherTime() throws IOException {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (AwsTestCloud later = AwsTestCloud.builder()
                        .clock(ahead)
                        .user("ci", who -> {})
                        .start();
                AwsClients clients = AwsClients.of(later, later.userKey("ci"))) {
            assertThatThrownBy(() -> clients.sts().getCallerIdentity())
                    .isInstanceOf(AwsServiceException.class)
                    .hasMessageContaining("Signature expired: ")
                    .hasMessageContaining(" - 15 min.)");
        }
    }

    @Test
    void misbehavesToOrder() {
        AwsKey key = cloud.userKey("ci");
        cloud.faults().on("*").times(2).throttle();
        assertThat(refusals(key)).isEqualTo("400 Throttling, 400 ThrottlingException");
        cloud.faults().on("*").times(2).serverError();
        assertThat(refusals(key)).isEqualTo("500 InternalFailure, 500 ServerException");
        cloud.faults().on("*").times(2).unknownKey();
        assertThat(refusals(key)).isEqualTo("403 InvalidClientTokenId, 400 UnrecognizedClientException");
        cloud.faults().on("*").times(2).expiredToken();
        assertThat(refusals(key)).isEqualTo("403 ExpiredToken, 400 ExpiredTokenException");
        cloud.faults().on("*").times(2).skewedClock();
        assertThat(refusals(key)).isEqualTo("403 SignatureDoesNotMatch, 400 InvalidSignatureException");
        cloud.faults().on("*").times(2).wrongSignature();
        assertThat(refusals(key)).isEqualTo("403 SignatureDoesNotMatch, 400 InvalidSignatureException");
        cloud.faults().on("*").times(2).requestExpired();
        assertThat(refusals(key)).isEqualTo("403 RequestExpired, 400 RequestExpired");

        assertThat(refusals(key)).isEqualTo("none, none");
    }

    @Test
    void letsAProxyAnswerInItsStead() {
        cloud.faults().on("GetCallerIdentity").proxyPage(200);
        try (AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            // The SDK reads any XML, and finds nothing in it that it looks for.
            assertThat(clients.sts().getCallerIdentity().account()).isNull();
        }
    }

    @Test
    void endsTheConnectionToOrder() {
        cloud.faults().on("DescribeRepositories").drop();
        try (AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            assertThatThrownBy(() -> clients.ecr().describeRepositories()).isInstanceOf(SdkClientException.class);
        }
        assertThat(cloud.calls()).containsExactly(new AwsCall("ecr:DescribeRepositories", "", 0, ""));
    }

    @Test
    void leavesACallWithoutAnAnswerUntilItEnds() throws IOException {
        cloud.faults().on("GetCallerIdentity").neverAnswer();
        HttpRequest call = HttpRequest.newBuilder(URI.create(cloud.endpoint()))
                .POST(HttpRequest.BodyPublishers.ofString("Action=GetCallerIdentity&Version=2011-06-15"))
                .build();
        CompletableFuture<HttpResponse<Void>> answer =
                HttpClient.newHttpClient().sendAsync(call, HttpResponse.BodyHandlers.discarding());

        cloud.close();

        assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class);
    }

    @Test
    void hidesTheSecretOfAKey() {
        AwsKey key = cloud.session("deployer", "build-7");

        assertThat(key.toString()).doesNotContain(key.secretAccessKey());
        assertThat(key.environment()).containsEntry("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
    }
}
