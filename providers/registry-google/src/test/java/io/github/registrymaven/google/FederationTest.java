package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Federation with what is no file and no address: keys of AWS, a program, a certificate. */
class FederationTest {
    private static final String KEY = "AKIDPLANTED";
    private static final String AWS =
            "{\"environment_id\":\"aws1\",\"region_url\":\"http://169.254.169.254/latest/meta-data/placement/availability-zone\","
                    + "\"url\":\"http://169.254.169.254/latest/meta-data/iam/security-credentials\","
                    + "\"imdsv2_session_token_url\":\"http://169.254.169.254/latest/api/token\","
                    + "\"regional_cred_verification_url\":"
                    + "\"https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15\"}";

    @TempDir
    private Path home;

    private GoogleTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = GoogleTestCloud.builder()
                .pool("other")
                .grant("roles/artifactregistry.writer", principal(KEY))
                .grant("roles/artifactregistry.writer", principal("job"))
                .repository("app")
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private static String principal(String subject) {
        return "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/other/subject/"
                + subject;
    }

    private Workplace workplace(String file) throws IOException {
        return new Workplace(cloud, home).credentials(file).pushedWith(new PushLogin.Jibs());
    }

    private static void assertPushes(ImageReport report) {
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        assertThat(Objects.requireNonNull(report.identity()).origin()).contains("workload identity federation");
    }

    private String program(String body) throws IOException {
        Path script = Files.createFile(
                home.resolve("token.sh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        return cloud.federationFileFrom(
                "other", "{\"executable\":{\"command\":\"" + script + "\",\"timeout_millis\":10000}}");
    }

    @Test
    void takesAwssKeysOfTheEnvironment() throws Exception {
        ImageReport report = workplace(cloud.federationFileOfAws("other", AWS))
                .variable("AWS_ACCESS_KEY_ID", KEY)
                .variable("AWS_SECRET_ACCESS_KEY", "planted-secret")
                .variable("AWS_REGION", "eu-central-1")
                .check("app/web:1.0");

        assertPushes(report);
        assertThat(report.toString()).doesNotContain("planted-secret");
    }

    @Test
    void takesAwssKeysOfTheMachinesRole() throws Exception {
        Map<String, String> answers = Map.of(
                "/latest/api/token",
                "planted-session",
                "/latest/meta-data/placement/availability-zone",
                "eu-central-1a",
                "/latest/meta-data/iam/security-credentials",
                "builder",
                "/latest/meta-data/iam/security-credentials/builder",
                "{\"AccessKeyId\":\"" + KEY + "\",\"SecretAccessKey\":\"planted-secret\",\"Token\":\"planted-token\"}");
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata.createContext("/", exchange -> answer(exchange, answers, asked));
        metadata.start();
        try {
            ImageReport report = workplace(cloud.federationFileOfAws("other", AWS))
                    .endpoint(
                            "169.254.169.254",
                            "http://127.0.0.1:" + metadata.getAddress().getPort())
                    .check("app/web:1.0");

            assertPushes(report);
            assertThat(asked).contains("PUT /latest/api/token");
        } finally {
            metadata.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, Map<String, String> answers, List<String> asked)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        byte[] body = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void asksAProgramThatTheUserAllows() throws Exception {
        String token = cloud.subjectToken("job");
        ImageReport report = workplace(program("echo '{\"version\":1,\"success\":true,\"token_type\":"
                        + "\"urn:ietf:params:oauth:token-type:jwt\",\"id_token\":\"" + token + "\"}'"))
                .variable("GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES", "1")
                .check("app/web:1.0");

        assertPushes(report);
    }

    @Test
    void runsNoProgramThatTheUserDoesNotAllow() throws Exception {
        ImageReport report = workplace(program("touch " + home.resolve("ran"))).check("app/web:1.0");

        Finding login = Workplace.finding(report, "login");
        assertThat(login.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(login.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(login.remedies().get(0).commands())
                .containsExactly("export GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES=1");
        assertThat(home.resolve("ran")).doesNotExist();
    }

    @Test
    void saysThatAProgramGivesNoTokenAndNotWhatItWrote() throws Exception {
        ImageReport report = workplace(program("echo planted-token"))
                .variable("GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES", "1")
                .check("app/web:1.0");

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.toString())
                .contains("the program that is to give the token gives none")
                .doesNotContain("planted-token");
    }

    @Test
    void doesNotTakeAProgramThatIsSlowForOneThatFails() {
        Trouble slow =
                ForeignSource.of(new IOException("Error code TIMEOUT_EXCEEDED: The executable failed"), "a file");
        Trouble other = ForeignSource.of(new IOException("Invalid PKCS#8 data."), "a file");

        assertThat(Objects.requireNonNull(slow).cause()).isEqualTo(Cause.DEADLINE_EXCEEDED);
        assertThat(other).isNull();
    }

    @Test
    void claimsNothingOfACertificate() throws Exception {
        ImageReport report = workplace(cloud.federationFileFrom(
                        "other", "{\"certificate\":{\"use_default_certificate_config\":true}}"))
                .check("app/web:1.0");

        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.UNKNOWN);
        assertThat(cloud.calls()).noneMatch(call -> call.method().equals("sts.token"));
    }
}
