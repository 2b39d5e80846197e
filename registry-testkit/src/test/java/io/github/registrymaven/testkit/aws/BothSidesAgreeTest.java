package io.github.registrymaven.testkit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageTagAlreadyExistsException;

/** What the API says of a push, the registry does: policies, repositories, tags and tokens are the same on both sides. */
class BothSidesAgreeTest {
    private static final String NO_DIGEST = "sha256:" + "0".repeat(64);

    /** What the API answers to one of the six calls of a push: nothing, or why it is denied. */
    private static String denial(EcrClient ecr, String action) {
        try {
            switch (action) {
                case "BatchCheckLayerAvailability" ->
                    ecr.batchCheckLayerAvailability(
                            ask -> ask.repositoryName("team/app").layerDigests(NO_DIGEST));
                case "InitiateLayerUpload" -> ecr.initiateLayerUpload(ask -> ask.repositoryName("team/app"));
                case "UploadLayerPart" ->
                    ecr.uploadLayerPart(ask -> ask.repositoryName("team/app")
                            .uploadId("00000000-0000-4000-8000-000000000000")
                            .partFirstByte(0L)
                            .partLastByte(0L)
                            .layerPartBlob(SdkBytes.fromUtf8String("x")));
                case "CompleteLayerUpload" ->
                    ecr.completeLayerUpload(ask -> ask.repositoryName("team/app")
                            .uploadId("00000000-0000-4000-8000-000000000000")
                            .layerDigests(NO_DIGEST));
                case "PutImage" ->
                    ecr.putImage(ask -> ask.repositoryName("team/app")
                            .imageManifest("{\"schemaVersion\":2}")
                            .imageDigest(NO_DIGEST));
                default ->
                    ecr.batchGetImage(ask -> ask.repositoryName("team/app")
                            .imageIds(ImageIdentifier.builder()
                                    .imageDigest(NO_DIGEST)
                                    .build()));
            }
            return "";
        } catch (EcrException refused) {
            String code = refused.awsErrorDetails().errorCode();
            return code.equals("AccessDeniedException")
                    ? refused.awsErrorDetails().errorMessage()
                    : "";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BatchCheckLayerAvailability",
                "InitiateLayerUpload",
                "UploadLayerPart",
                "CompleteLayerUpload",
                "PutImage"
            })
    void refuseAPushThatLacksOneAction(String action) throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", who -> who.allowPush("team/app").deny("repository/team/app", "ecr:" + action))
                        .repository("team/app")
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            String said = denial(clients.ecr(), action);
            String pushed = DockerClient.of(cloud, cloud.userKey("ci")).push("team/app", "1.0", "layer");

            assertThat(said)
                    .isEqualTo("User: arn:aws:iam::123456789012:user/ci is not authorized to perform: ecr:" + action
                            + " on resource: arn:aws:ecr:eu-central-1:123456789012:repository/team/app with an explicit"
                            + " deny in an identity-based policy");
            assertThat(pushed).startsWith("403 ");
            if (!action.equals("BatchCheckLayerAvailability")) {
                assertThat(pushed).contains("\"code\":\"DENIED\"").contains(said);
            }
            assertThat(cloud.registry().images("team/app")).isEmpty();
        }
    }

    @Test
    void takeAPushWithTheDocumentedActions() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", who -> who.allowPush("team/app"))
                        .repository("team/app")
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            EcrClient ecr = clients.ecr();
            for (String action : List.of(
                    "BatchCheckLayerAvailability",
                    "InitiateLayerUpload",
                    "UploadLayerPart",
                    "CompleteLayerUpload",
                    "PutImage",
                    "BatchGetImage")) {
                assertThat(denial(ecr, action)).isEmpty();
            }

            assertThat(DockerClient.of(cloud, cloud.userKey("ci")).push("team/app", "1.0", "layer"))
                    .isEmpty();

            assertThat(ecr.batchGetImage(ask -> ask.repositoryName("team/app")
                                    .imageIds(ImageIdentifier.builder()
                                            .imageTag("1.0")
                                            .build()))
                            .images())
                    .extracting(image -> image.imageId().imageDigest())
                    .containsExactly(cloud.registry().images("team/app").get(0).digest());
        }
    }

    @Test
    void knowNoRepositoryThatIsAbsent() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allow("*", "ecr:*"))
                .start()) {
            DockerClient docker = DockerClient.of(cloud, cloud.userKey("ci"));

            assertThat(docker.push("team/app", "1.0", "layer")).startsWith("404 ");
            assertThat(docker.send("POST", "/v2/team/app/blobs/uploads/").body())
                    .contains("\"NAME_UNKNOWN\"")
                    .contains(
                            "The repository with name 'team/app' does not exist in the registry with id '123456789012'");
            assertThat(cloud.registry().contents()).isEmpty();
        }
    }

    @Test
    void tellNobodyWithoutTheRightWhetherARepositoryIsThere() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allow("*", "ecr:GetAuthorizationToken"))
                .start()) {
            assertThat(DockerClient.of(cloud, cloud.userKey("ci"))
                            .send("POST", "/v2/team/app/blobs/uploads/")
                            .body())
                    .contains("\"DENIED\"")
                    .contains("because no identity-based policy allows the ecr:InitiateLayerUpload action");
        }
    }

    @Test
    void makeARepositoryOnPushWhereATemplateSaysSo() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", who -> who.allow("*", "ecr:*"))
                        .createOnPush("team", it -> it.immutable().scanOnPush())
                        .creationTemplate("ROOT", List.of("PULL_THROUGH_CACHE"), it -> {})
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            DockerClient docker = DockerClient.of(cloud, cloud.userKey("ci"));

            assertThat(docker.send("POST", "/v2/team/app/blobs/uploads/").statusCode())
                    .isEqualTo(202);
            assertThat(docker.send("POST", "/v2/other/app/blobs/uploads/").statusCode())
                    .isEqualTo(404);

            assertThat(clients.ecr().describeRepositories().repositories())
                    .extracting(made -> made.repositoryName() + " " + made.imageTagMutabilityAsString())
                    .containsExactly("team/app IMMUTABLE");
            assertThat(clients.ecr()
                            .describeRepositoryCreationTemplates(ask -> {})
                            .repositoryCreationTemplates())
                    .extracting(template -> template.prefix() + " " + template.appliedForAsStrings())
                    .containsExactly("team [CREATE_ON_PUSH]", "ROOT [PULL_THROUGH_CACHE]");
        }
    }

    @Test
    void keepTagsThatCannotBeMoved() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", who -> who.allow("*", "ecr:*"))
                        .repository("all/fixed", it -> it.immutable().image("1.0", "latest"))
                        .repository(
                                "most/fixed",
                                it -> it.immutable().except("latest*").image("1.0", "latest"))
                        .repository("few/fixed", it -> it.except("1.*").image("1.0", "latest"))
                        .repository("none/fixed", it -> it.image("1.0", "latest"))
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            DockerClient docker = DockerClient.of(cloud, cloud.userKey("ci"));
            EcrClient ecr = clients.ecr();

            assertThat(List.of("all/fixed", "most/fixed", "few/fixed", "none/fixed"))
                    .map(repository -> docker.push(repository, "1.0", "new layer")
                                    .isEmpty() + " "
                            + docker.push(repository, "latest", "new layer").isEmpty())
                    .containsExactly("false false", "false true", "false true", "true true");
            assertThat(docker.push("all/fixed", "1.0", "new layer"))
                    .startsWith("400 ")
                    .contains("\"TAG_INVALID\"")
                    .contains(
                            "The image tag '1.0' already exists in the 'all/fixed' repository and cannot be overwritten"
                                    + " because the tag is immutable.");
            assertThat(docker.push("all/fixed", "1.1", "new layer")).isEmpty();
            assertThatThrownBy(() -> AwsContract.push(ecr, "all/fixed", "1.0", "another layer"))
                    .isInstanceOf(ImageTagAlreadyExistsException.class);
        }
    }

    @Test
    void takeTheSameImageAgainUnderATagThatCannotBeMoved() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allow("*", "ecr:*"))
                .repository("team/app", RepositoryDescription::immutable)
                .start()) {
            DockerClient docker = DockerClient.of(cloud, cloud.userKey("ci"));

            assertThat(docker.push("team/app", "1.0", "layer")).isEmpty();
            assertThat(docker.push("team/app", "1.0", "layer")).isEmpty();
        }
    }

    @Test
    void askForALoginThatIsOfAToken() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder().repository("team/app").start()) {
            String url = cloud.registry().url();

            HttpResponse<String> anonymous = new DockerClient(url, "").send("GET", "/v2/");
            assertThat(anonymous.statusCode()).isEqualTo(401);
            assertThat(anonymous.body()).isEqualTo("Not Authorized\n");
            assertThat(anonymous.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Basic realm=\"https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/\",service="
                            + "\"ecr.amazonaws.com\"");
            assertThat(new DockerClient(url, DockerClient.login("AWS", "wrong"))
                            .send("GET", "/v2/")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void endATokenAfterTwelveHours() throws Exception {
        MovableClock clock = new MovableClock();
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .clock(clock)
                .user("ci", who -> who.allowPush("team/app"))
                .repository("team/app")
                .start()) {
            DockerClient docker = DockerClient.of(cloud, cloud.userKey("ci"));

            clock.forward(Duration.ofHours(12).minusSeconds(10));
            assertThat(docker.send("GET", "/v2/").statusCode()).isEqualTo(200);

            clock.forward(Duration.ofSeconds(20));
            HttpResponse<String> late = docker.send("GET", "/v2/");
            assertThat(late.statusCode()).isEqualTo(403);
            assertThat(late.body()).contains("Your authorization token has expired. Reauthenticate and try again.");
        }
    }

    @Test
    void haveNoCallThatEndsAnUpload() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allowPush("team/app"))
                .repository("team/app")
                .start()) {
            DockerClient docker = DockerClient.of(cloud, cloud.userKey("ci"));
            HttpResponse<String> opened = docker.send("POST", "/v2/team/app/blobs/uploads/");

            assertThat(docker.send("DELETE", DockerClient.location(opened)).statusCode())
                    .isEqualTo(405);
            assertThat(cloud.registry().contents()).contains("upload team/app");
        }
    }

    @Test
    void mountNoBlobs() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user("ci", who -> who.allow("*", "ecr:*"))
                .repository("team/app")
                .repository("team/base")
                .start()) {
            DockerClient docker = DockerClient.of(cloud, cloud.userKey("ci"));
            docker.push("team/base", "1.0", "layer");

            HttpResponse<String> answer = docker.send(
                    "POST", "/v2/team/app/blobs/uploads/?from=team/base&mount=" + Sha256.digest("{}".getBytes(UTF_8)));

            assertThat(answer.statusCode()).isEqualTo(202);
        }
    }

    /** A clock that a test moves. */
    private static final class MovableClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
