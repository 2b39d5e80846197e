package io.github.registrymaven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Cause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogScanTest {
    private static final String DENIED = "denied: requested access to the resource is denied\n";

    private final Explainer explainer = new Explainer();

    private Explanation explain(String text) {
        return explainer.explain("log", text);
    }

    private Explanation explain(byte[] bytes) throws IOException {
        return explainer.explain("log", new ByteArrayInputStream(bytes));
    }

    /** As many bytes of one kind as wanted, without holding them. */
    private static InputStream many(int length, int value) {
        return new InputStream() {
            private int left = length;

            @Override
            public int read() {
                return left-- > 0 ? value : -1;
            }

            @Override
            public int read(byte[] target, int from, int count) {
                if (left <= 0) {
                    return -1;
                }
                int taken = Math.min(count, left);
                java.util.Arrays.fill(target, from, from + taken, (byte) value);
                left -= taken;
                return taken;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23_990, 24_000, 262_100, 262_144, 262_150, 300_000, 524_288, 1_000_000})
    void findsAFailureWhereverItStands(int before) {
        String text =
                "a line of a build that goes well\n".repeat(before / 33 + 1).substring(0, before) + "\n" + DENIED
                        + "a line of a build that goes on\n".repeat(20_000);

        assertThat(explain(text).cause()).isEqualTo(Cause.PERMISSION_DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unsupported or unrecognized SSL message",
                "PKIX path building failed: unable to find valid certification path to requested target",
                "tls: failed to verify certificate: x509: certificate signed by unknown authority",
                "net/http: TLS handshake timeout",
                "Connection refused"
            })
    void whatKeepsAClientFromTheDaemonIsNoFaultOfTheRegistrys(String reason) {
        String text = "org.apache.maven.plugin.MojoExecutionException: Cannot create docker access object\n"
                + "Caused by: java.io.IOException: " + reason + "\n";

        assertThat(explain(text).cause()).isEqualTo(Cause.DAEMON_UNREACHABLE);
        assertThat(explain("Get https://registry.example.com/v2/: " + reason).cause())
                .isNotEqualTo(Cause.DAEMON_UNREACHABLE);
    }

    /** Of dockerfile-maven 1.4.13, as Maven hands it over. */
    @Test
    void whoTalksToTheDaemonOnlyWasRefusedByTheDaemon() {
        String text = """
                org.apache.maven.plugin.MojoExecutionException: Could not push image
                Caused by: com.spotify.docker.client.exceptions.DockerException: java.util.concurrent.ExecutionException: \
                com.spotify.docker.client.shaded.javax.ws.rs.ProcessingException: \
                com.spotify.docker.client.shaded.org.apache.http.conn.HttpHostConnectException: \
                Connect to 192.0.2.7:4243 [/192.0.2.7] failed: Connection refused
                Caused by: java.net.ConnectException: Connection refused
                """;

        assertThat(explain(text).cause()).isEqualTo(Cause.DAEMON_UNREACHABLE);
    }

    @Test
    void namesTheImageThatWasPushedLongBeforeTheFailure() {
        String text = "The push refers to repository [registry.example.com/team/app]\n"
                + "5f70bf18a086: Preparing\n".repeat(5_000) + DENIED;

        assertThat(explain(text).facts())
                .containsEntry("host", "registry.example.com")
                .containsEntry("repository", "team/app");
    }

    @Test
    void readsALineOfAHundredMegabytesInTheSameMemory() throws IOException {
        InputStream line = new SequenceInputStream(
                many(100_000_000, 'x'),
                new ByteArrayInputStream((" ghcr.io push " + DENIED).getBytes(StandardCharsets.UTF_8)));

        Explanation explained = explainer.explain("log", line);

        assertThat(explained.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(explained.matched()).hasSizeLessThan(700);
    }

    @Test
    void picksTheLineThatDecidedAmongThoseThatFollow() {
        Explanation explained = explain("""
                #9 pushing layers 0.4s done
                #9 ERROR: failed to push registry.example.com/team/app:1: denied: adding 29.0 MiB of storage resource, \
                which when updated to current usage of 152.4 MiB will exceed the configured upper limit of 10.0 MiB.
                ERROR: failed to solve: failed to push registry.example.com/team/app:1: denied: requested access to the resource is denied
                ##[error]Process completed with exit code 1.
                """);

        assertThat(explained.cause()).isEqualTo(Cause.QUOTA_EXCEEDED);
        assertThat(explained.matched()).startsWith("ERROR: failed to push").contains("29.0 MiB");
    }

    @Test
    void whatWasTriedAgainHasNotDecided() {
        Explanation explained = explain("""
                level=warning msg="Failed, retrying in 1s ... (1/3). Error: writing blob: read: connection reset by peer"
                Error: writing blob: initiating layer upload to /v2/team/app/blobs/uploads/ in quay.io: \
                unauthorized: access to the requested resource is not authorized
                """);

        assertThat(explained.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(explained.facts()).containsEntry("host", "quay.io").containsEntry("repository", "team/app");
    }

    @Test
    void ofTwoFailuresFarApartTheLastDecided() {
        String text = "ERROR: failed to pull cache: docker.io/team/app:cache: net/http: TLS handshake timeout\n"
                + "a line of a build that goes well\n".repeat(1_000)
                + "failed to push ghcr.io/team/app:1: denied: permission_denied: write_package\n";

        assertThat(explain(text).cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(explain(text).facts()).containsEntry("host", "ghcr.io");
    }

    @Test
    void whatOtherLinesSayOfOtherServersIsOfSomethingElse() {
        String text = "[INFO] Downloading from central: https://packages.example.org/maven2/a/b/1/b-1.pom\n".repeat(5)
                + "Get \"https://registry.example.com/v2/\": dial tcp: lookup registry.example.com on 10.0.0.2:53: no such host\n"
                + "[INFO] Downloading from central: https://packages.example.org/maven2/a/c/1/c-1.pom\n".repeat(5);

        assertThat(explain(text).cause()).isEqualTo(Cause.REGISTRY_UNREACHABLE_DNS);
    }

    @Test
    void tellsTheBaseImagesPullFromThePush() {
        Explanation pull =
                explain("ERROR: failed to solve: failed to resolve source metadata for docker.io/team/base:9: "
                        + "toomanyrequests: You have reached your pull rate limit");
        Explanation push = explain("failed to push docker.io/team/app:1: toomanyrequests: Rate exceeded");

        assertThat(pull.facts()).containsEntry("operation", "pull").containsEntry("repository", "team/base");
        assertThat(push.facts()).containsEntry("operation", "push").containsEntry("repository", "team/app");
    }

    @Test
    void takesAwsOwnWordsApart() {
        Explanation explained =
                explain("denied: User: arn:aws:sts::123456789012:assumed-role/ci/build is not authorized to "
                        + "perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:123456789012:repository/team/app because "
                        + "no identity-based policy allows the ecr:InitiateLayerUpload action");

        assertThat(explained.facts())
                .containsEntry("principal", "arn:aws:sts::123456789012:assumed-role/ci/build")
                .containsEntry("action", "ecr:InitiateLayerUpload")
                .containsEntry("account", "123456789012")
                .containsEntry("region", "eu-west-1")
                .containsEntry("repository", "team/app");
        assertThat(explained.remedies().get(0).commands().get(0)).contains("put-role-policy --role-name ci ");
    }

    @Test
    void aSecretInTheLogIsInNoPartOfTheExplanation() {
        String hidden = "Hush" + "4Me" + "Now";
        Explanation explained = explain("docker login -u ci -p " + hidden + " registry.example.com\n"
                + "Get \"https://ci:" + hidden
                + "@registry.example.com/v2/\": unauthorized: incorrect username or password "
                + "Authorization: Basic " + hidden);

        assertThat(explained.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
        assertThat(explained.toString()).doesNotContain(hidden);
    }

    @Test
    void readsTheEncodingsThatLogsComeIn() throws IOException {
        String text = "Gr\u00fc\u00dfe\r\nno basic auth credentials\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            assertThat(explain(text.getBytes(charset)).cause())
                    .as(charset.name())
                    .isEqualTo(Cause.CREDENTIALS_MISSING);
        }
        assertThat(explain(text.getBytes(StandardCharsets.ISO_8859_1)).cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(explain(packed.toByteArray()).cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
    }

    @Test
    void whatIsNoTextOrEmptyIsUnknown() throws IOException {
        byte[] binary = new byte[10_000];
        new java.util.Random(7).nextBytes(binary);

        assertThat(explain(binary).cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(explain(new byte[0]).cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(explain(" \n\t").cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void theNameThatATokenServiceIsAskedForIsNoHost() {
        String text = """
                Failed to authenticate with registry registry.example.com/team/app because: 401 Unauthorized
                GET https://registry.example.com/token?service=harbor-registry&scope=repository:team/app:pull,push
                {"errors":[{"code":"UNAUTHORIZED","message":"incorrect username or password"}]}
                """;

        assertThat(explain(text).facts())
                .containsEntry("host", "registry.example.com")
                .containsEntry("repository", "team/app");
    }
}
