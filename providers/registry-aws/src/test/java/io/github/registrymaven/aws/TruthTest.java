package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Secret;
import io.github.registrymaven.credential.SettingsServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.Programs;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import io.github.registrymaven.testkit.aws.AwsTestCloudBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;

/** A whole preflight, and then a real push by skopeo, against an account that weighs its policies on both sides. */
class TruthTest {
    private static final String ALL_BUT_PUT = """
            {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
             {"Effect": "Deny", "Action": "ecr:PutImage", "Resource": "*"}]}""";

    @TempDir
    private Path home;

    private static AwsTestCloudBuilder described() {
        return AwsTestCloud.builder()
                .repository("team/app", it -> it.image("moved"))
                .repository("team/fixed", it -> it.immutable().except("dev-*").image("1.0", "dev-1"))
                .createOnPush("made", it -> {})
                .user(
                        "full",
                        who -> who.allowPush("*")
                                .allow("*", "ecr:Describe*", "iam:SimulatePrincipalPolicy", "iam:GetRole"))
                .user("least", who -> who.allowPush("team/*"))
                .user("unseeing", who -> who.allowPush("*"))
                .user(
                        "noput",
                        who -> who.allowPush("*").deny("*", "ecr:PutImage").allow("*", "ecr:*", "iam:*"))
                .user("noput-quiet", who -> who.allowPush("*").deny("*", "ecr:PutImage"))
                .user(
                        "noinit",
                        who -> who.allowPush("*")
                                .deny("*", "ecr:InitiateLayerUpload")
                                .allow("*", "iam:*"))
                .user(
                        "reader",
                        who -> who.allow("*", "ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:Describe*"))
                .user("bound", who -> who.allow("*", "ecr:*", "iam:*").boundary("limit", ALL_BUT_PUT))
                .role("ci", who -> who.path("/service/").allowPush("team/*").allow("*", "ecr:Describe*", "iam:*"));
    }

    /** What a preflight says, with a login by the same key. */
    private ImageReport check(AwsTestCloud cloud, AwsKey key, String path) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(key.environment());
        environment.put("AWS_ENDPOINT_URL", cloud.endpoint());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        Machine machine = new Machine(environment, Map.of(), home, Clock.systemUTC());
        SettingsServer login =
                new SettingsServer(cloud.registryHost(), "AWS", Secret.of(password(cloud, key)), null, false);
        return Preflight.run(
                        new PreflightRequest(
                                List.of(new RequestedImage(cloud.registryHost() + "/" + path, "test")),
                                Probe.UPLOAD,
                                null,
                                Set.of("127.0.0.1"),
                                Map.of(
                                        cloud.registryHost(),
                                        URI.create(cloud.registry().url())),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(60),
                                false),
                        new Surroundings(machine, List.of(login), List.of(), List.of(new AwsControlPlane())))
                .images()
                .get(0);
    }

    private static String password(AwsTestCloud cloud, AwsKey key) {
        String session = key.sessionToken();
        try (EcrClient ecr = EcrClient.builder()
                .endpointOverride(URI.create(cloud.endpoint()))
                .region(Region.of(cloud.region()))
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(
                        session == null
                                ? AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())
                                : AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), session)))
                .build()) {
            String token =
                    ecr.getAuthorizationToken().authorizationData().get(0).authorizationToken();
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).substring("AWS:".length());
        }
    }

    /** What skopeo complains of; empty where it pushed. */
    private String push(AwsTestCloud cloud, AwsKey key, String path) throws IOException, InterruptedException {
        Process skopeo = new ProcessBuilder(
                        "skopeo",
                        "--insecure-policy",
                        "copy",
                        "--dest-tls-verify=false",
                        "--dest-creds",
                        "AWS:" + password(cloud, key),
                        "oci:" + SmallImage.write(home.resolve("image")) + ":1.0",
                        "docker://" + cloud.registry().host() + "/" + path)
                .redirectErrorStream(true)
                .start();
        String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return skopeo.waitFor() == 0 ? "" : said;
    }

    /** Without open uploads: on ECR one cannot be cancelled, it ends by itself. */
    private static List<String> images(AwsTestCloud cloud) {
        return cloud.registry().contents().stream()
                .filter(line -> !line.startsWith("upload "))
                .toList();
    }

    private static AwsKey key(AwsTestCloud cloud, String who) {
        return who.equals("ci") ? cloud.session("ci", "build") : cloud.userKey(who);
    }

    /**
     * Cells of identities, repositories and tags. A fail is followed by a push that fails and a pass by one that succeeds;
     * unknown is right either way, so it is written down here which cells are.
     */
    @ParameterizedTest
    @CsvSource({
        "full,        team/app:1.0,     pass",
        "full,        team/app:moved,   pass",
        "full,        team/absent:1.0,  fail",
        "full,        made/app:1.0,     pass",
        "full,        team/fixed:2.0,   pass",
        "full,        team/fixed:dev-1, pass",
        "full,        team/fixed:1.0,   unknown",
        "least,       team/app:1.0,     pass",
        "least,       team/absent:1.0,  unknown",
        "unseeing,    team/app:1.0,     pass",
        "noput,       team/app:1.0,     unknown",
        "noinit,      team/app:1.0,     fail",
        "reader,      team/app:1.0,     fail",
        "bound,       team/app:1.0,     unknown",
        "ci,          team/app:1.0,     pass",
        "ci,          team/absent:1.0,  fail"
    })
    void saysWhatThePushThenDoes(String who, String path, String verdict) throws Exception {
        String missing = Programs.missing("skopeo");
        Assumptions.assumeTrue(missing == null, () -> String.valueOf(missing));
        try (AwsTestCloud cloud = described().start()) {
            List<String> before = images(cloud);

            ImageReport report = check(cloud, key(cloud, who), path);

            assertThat(report.verdict().id()).as(report.checks().toString()).isEqualTo(verdict);
            assertThat(images(cloud)).as("a preflight writes nothing").isEqualTo(before);
            String complaint = push(cloud, key(cloud, who), path);
            if (report.verdict() == Verdict.FAIL) {
                assertThat(complaint).isNotEmpty();
            }
            if (report.verdict() == Verdict.PASS) {
                assertThat(complaint).isEmpty();
            }
        }
    }

    private static @Nullable Cause cause(ImageReport report) {
        Finding decisive = report.decisive();
        return decisive == null ? null : decisive.cause();
    }

    @Test
    void namesTheCauseThatThePushWouldMeet() throws Exception {
        try (AwsTestCloud cloud = described().start()) {
            assertThat(cause(check(cloud, cloud.userKey("noput"), "team/app:1.0")))
                    .isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(cause(check(cloud, cloud.userKey("noinit"), "team/app:1.0")))
                    .isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(cause(check(cloud, cloud.userKey("full"), "team/absent:1.0")))
                    .isEqualTo(Cause.REPOSITORY_NOT_FOUND);
            assertThat(cause(check(cloud, cloud.userKey("full"), "team/fixed:1.0")))
                    .isEqualTo(Cause.TAG_IMMUTABLE);
        }
    }

    @Test
    void seesThroughARepositoryPolicyThatAllowsWhatTheCallersOwnDoesNot() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .user(
                        "guest",
                        who -> who.allow(
                                "*", "ecr:GetAuthorizationToken", "ecr:Describe*", "ecr:GetRepositoryPolicy", "iam:*"))
                .repository(
                        "team/app",
                        it -> it.policy(
                                "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"ecr:*\"}]}"))
                .start()) {
            ImageReport report = check(cloud, cloud.userKey("guest"), "team/app:1.0");

            // The simulation denies the upload that the registry opens.
            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.WARN);
            assertThat(push(cloud, cloud.userKey("guest"), "team/app:1.0")).isEmpty();
        }
    }

    private static String deny(String action) {
        return """
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
                 {"Effect": "Deny", "Principal": "*", "Action": "%s", "Resource": "*"}]}""".formatted(action);
    }

    private static String identityDeny(String action) {
        return deny(action).replace("\"Principal\": \"*\", ", "");
    }

    /** The first remedy for a push that an organisation, a session or an endpoint refuses, which skopeo then meets, too. */
    private String remedy(AwsTestCloud cloud, AwsKey key) throws Exception {
        ImageReport report = check(cloud, key, "team/app:1.0");
        Finding decisive = report.decisive();
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.FAIL);
        assertThat(decisive).isNotNull();
        assertThat(push(cloud, key, "team/app:1.0")).isNotEmpty();
        return decisive == null ? "" : decisive.remedies().get(0).title();
    }

    @Test
    void sendsWhoeverAnOrganisationRefusesToItsKeepers() throws Exception {
        try (AwsTestCloud cloud = described()
                .serviceControlPolicy("p-limit", identityDeny("ecr:InitiateLayerUpload"))
                .start()) {
            assertThat(remedy(cloud, cloud.userKey("full"))).contains("AWS organisation");
        }
    }

    @Test
    void sendsWhoeverAnEndpointRefusesToItsPolicy() throws Exception {
        try (AwsTestCloud cloud =
                described().endpointPolicy(deny("ecr:InitiateLayerUpload")).start()) {
            assertThat(remedy(cloud, cloud.userKey("full"))).contains("VPC endpoints");
        }
    }

    @Test
    void sendsWhoeverASessionPolicyRefusesToThatPolicy() throws Exception {
        try (AwsTestCloud cloud = described().start()) {
            AwsKey key = cloud.session("ci", "build", identityDeny("ecr:InitiateLayerUpload"), Duration.ofMinutes(15));

            assertThat(remedy(cloud, key)).contains("session policy");
        }
    }

    @Test
    void saysThatACallerOfAnotherAccountIsOne() throws Exception {
        try (AwsTestCloud cloud = described()
                .user("guest", who -> who.account("999900001111").allowPush("*"))
                .start()) {
            ImageReport report = check(cloud, cloud.userKey("guest"), "team/app:1.0");

            assertThat(report.checks().toString()).contains("AWS knows this build as one of 999900001111");
        }
    }
}
