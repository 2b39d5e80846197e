package io.github.registrymaven.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.testkit.google.GoogleTestCloud;
import io.github.registrymaven.testkit.google.GoogleTestCloudBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of credentials, and everything that can be wrong with one. */
class IdentityTest {
    private static final String POOL =
            "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github/subject/repo:acme";

    @TempDir
    private Path home;

    private static GoogleTestCloudBuilder described() {
        return GoogleTestCloud.builder()
                .account("ci")
                .pool("github")
                .grant("roles/artifactregistry.writer", "ci")
                .grant("roles/artifactregistry.writer", "user:dev@example.com")
                .repository("app");
    }

    private static void assertPushedBy(ImageReport report, String who, String origin) {
        assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        Finding identity = Workplace.finding(report, "google-identity");
        assertThat(identity.summary()).isEqualTo("the push is by " + who);
        assertThat(identity.evidence().toString()).contains(origin);
        if (!who.startsWith("whoever")) {
            Identity known = Objects.requireNonNull(report.identity());
            assertThat(known.name()).isEqualTo(who);
            assertThat(known.origin()).contains(origin);
            assertThat(known.expires()).isNotNull();
        }
    }

    @Test
    void isTheAccountOfAKeyFileThatTheEnvironmentNames() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report =
                    new Workplace(cloud, home).credentials(cloud.keyFile("ci")).check("app/web:1.0");

            assertPushedBy(
                    report,
                    cloud.email("ci"),
                    "Application Default Credentials: key file GOOGLE_APPLICATION_CREDENTIALS");
        }
    }

    @Test
    void isThePersonWhomGcloudLoggedIn() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report = new Workplace(cloud, home)
                    .file(".config/gcloud/application_default_credentials.json", cloud.userFile("dev@example.com"))
                    .check("app/web:1.0");

            assertPushedBy(report, "dev@example.com", "gcloud's user credentials");
        }
    }

    @Test
    void isTheAccountOfTheMachine() throws Exception {
        try (GoogleTestCloud cloud = described().machine("ci").start()) {
            ImageReport report = new Workplace(cloud, home)
                    .without("NO_GCE_CHECK")
                    .variable("GCE_METADATA_HOST", cloud.metadataHost())
                    .check("app/web:1.0");

            assertPushedBy(report, cloud.email("ci"), "the metadata server");
        }
    }

    /** Its address is the pool's, of which no binding could be made. */
    @ParameterizedTest
    @ValueSource(strings = {"acme-prod.svc.id.goog", "example.com:acme-prod.svc.id.goog"})
    void isAWorkloadOfGkeWhoseNameIsNotTold(String pool) throws Exception {
        HttpServer gke = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gke.createContext("/", exchange -> {
            boolean email = exchange.getRequestURI().getPath().endsWith("/email");
            byte[] told = (email ? pool : "{\"access_token\":\"planted\",\"expires_in\":3600}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Metadata-Flavor", "Google");
            exchange.sendResponseHeaders(200, told.length);
            exchange.getResponseBody().write(told);
            exchange.close();
        });
        gke.start();
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report = new Workplace(cloud, home)
                    .without("NO_GCE_CHECK")
                    .variable(
                            "GCE_METADATA_HOST", "127.0.0.1:" + gke.getAddress().getPort())
                    .pushedWith(new PushLogin.Usual())
                    .check("app/web:1.0");

            assertThat(Workplace.finding(report, "google-identity").evidence().toString())
                    .contains("workloadIdentityPools/" + pool + "/subject/ns/NAMESPACE/sa/ACCOUNT");
            assertThat(report.checks().toString()).doesNotContain("member=user:", "member=serviceAccount:");
        } finally {
            gke.stop(0);
        }
    }

    @Test
    void isTheAccountThatAFederatedIdentityBecomes() throws Exception {
        try (GoogleTestCloud cloud = described().mayActAs(POOL, "ci").start()) {
            Path token = Files.writeString(home.resolve("token"), cloud.subjectToken("repo:acme"));

            ImageReport report = new Workplace(cloud, home)
                    .credentials(cloud.federationFile("github", token, "ci"))
                    .check("app/web:1.0");

            assertPushedBy(report, cloud.email("ci"), "workload identity federation");
        }
    }

    @Test
    void isTheFederatedIdentityItself() throws Exception {
        try (GoogleTestCloud cloud =
                described().grant("roles/artifactregistry.writer", POOL).start()) {
            Path token = Files.writeString(home.resolve("token"), cloud.subjectToken("repo:acme"));

            ImageReport report = new Workplace(cloud, home)
                    .credentials(cloud.federationFile("github", token, null))
                    .check("app/web:1.0");

            assertPushedBy(report, POOL, "workload identity federation");
        }
    }

    @Test
    void isAFederatedJobWhoseTokenComesFromItsOwnProvider() throws Exception {
        try (GoogleTestCloud cloud = described()
                .mayActAs(POOL, "ci")
                .grant("roles/artifactregistry.writer", POOL)
                .start()) {
            ImageReport account = new Workplace(cloud, home)
                    .credentials(cloud.federationFile("github", "repo:acme", "ci"))
                    .check("app/web:1.0");
            ImageReport itself = new Workplace(cloud, home)
                    .credentials(cloud.federationFile("github", "repo:acme", null))
                    .check("app/web:1.0");

            assertPushedBy(account, cloud.email("ci"), "workload identity federation");
            assertPushedBy(
                    itself,
                    "whoever holds the access token",
                    "it is a federated identity of projects/123456789012/locations/global/workloadIdentityPools/github");
            // Each asked once with the job's own token; a Google token would have been refused there.
            assertThat(cloud.calls())
                    .filteredOn(call -> call.method().equals("oidc.token"))
                    .isNotEmpty()
                    .allMatch(call -> call.status() == 200);
        }
    }

    @Test
    void isTheAccountThatAPersonBecomes() throws Exception {
        try (GoogleTestCloud cloud =
                described().mayActAs("user:dev@example.com", "ci").start()) {
            ImageReport report = new Workplace(cloud, home)
                    .credentials(cloud.impersonationFile(cloud.userFile("dev@example.com"), "ci"))
                    .check("app/web:1.0");

            assertPushedBy(report, cloud.email("ci"), "impersonated service account");
        }
    }

    @Test
    void isTheAccountOfAKeyThatIsTheRegistrysPassword() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String key = cloud.keyFile("ci");
            String base64 = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));

            ImageReport plain = new Workplace(cloud, home)
                    .login(cloud.registryHost(), "_json_key", key)
                    .check("app/web:1.0");
            ImageReport encoded = new Workplace(cloud, home)
                    .login(cloud.registryHost(), "_json_key_base64", base64)
                    .check("app/web:1.0");

            assertPushedBy(plain, cloud.email("ci"), "settings.xml");
            assertPushedBy(encoded, cloud.email("ci"), "settings.xml");
            assertThat(plain.toString()).doesNotContain("PRIVATE KEY");
        }
    }

    @Test
    void asksAsThePushAndNotAsTheMachine() throws Exception {
        try (GoogleTestCloud cloud = described().account("other").start()) {
            ImageReport report = new Workplace(cloud, home)
                    .credentials(cloud.keyFile("other"))
                    .as("user:dev@example.com")
                    .check("app/web:1.0");

            assertPushedBy(report, "dev@example.com", "settings.xml");
            assertThat(cloud.calls())
                    .noneMatch(call -> call.caller().contains("other@"))
                    .noneMatch(call -> call.method().equals("oauth2.token"));
        }
    }

    @Test
    void warnsOfALoginThatDockerWouldNotHave() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Workplace workplace = new Workplace(cloud, home).credentials(cloud.keyFile("ci"));

            ImageReport anybodys = workplace.pushedWith(new PushLogin.Anybody()).check("app/web:1.0");
            ImageReport dockers =
                    workplace.pushedWith(new PushLogin.Docker(null)).check("app/web:1.0");

            assertThat(anybodys.verdict()).isEqualTo(Verdict.WARN);
            assertThat(Workplace.finding(anybodys, "google-login")
                            .remedies()
                            .get(0)
                            .commands())
                    .containsExactly("gcloud auth configure-docker europe-west3-docker.pkg.dev");
            assertThat(dockers.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(Workplace.cause(dockers)).isEqualTo(Cause.CREDENTIALS_MISSING);
        }
    }

    @Test
    void saysWhoeverMayNotActAsTheAccount() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            Path token = Files.writeString(home.resolve("token"), cloud.subjectToken("repo:acme"));

            ImageReport report = new Workplace(cloud, home)
                    .credentials(cloud.federationFile("github", token, "ci"))
                    .check("app/web:1.0");

            Finding login = Workplace.finding(report, "login");
            assertThat(login.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(login.cause()).isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(login.summary()).contains(POOL + " may not act as " + cloud.email("ci"));
            assertThat(login.evidence().toString()).contains("iam.serviceAccounts.getAccessToken is missing");
            assertThat(login.remedies().get(0).commands().get(0))
                    .contains("gcloud iam service-accounts add-iam-policy-binding " + cloud.email("ci"))
                    .contains("--member=" + POOL)
                    .contains("roles/iam.workloadIdentityUser");
        }
    }

    @Test
    void saysThatThereAreNoCredentials() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report = new Workplace(cloud, home).check("app/web:1.0");

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(Workplace.cause(report)).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(Workplace.finding(report, "google-identity").summary())
                    .contains("this machine has no Google credentials");
        }
    }

    @Test
    void saysThatAKeyFileIsNoJsonAndDoesNotShowIt() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report =
                    new Workplace(cloud, home).credentials("planted-secret{").check("app/web:1.0");

            assertThat(Workplace.finding(report, "google-identity").summary())
                    .contains("the credential file is no JSON");
            assertThat(report.toString()).doesNotContain("planted-secret");
        }
    }

    @Test
    void saysThatAKeyFileIsNotThere() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report = new Workplace(cloud, home)
                    .variable(
                            "GOOGLE_APPLICATION_CREDENTIALS",
                            home.resolve("gone.json").toString())
                    .check("app/web:1.0");

            assertThat(Workplace.finding(report, "google-identity").summary())
                    .contains("the credential file that is named does not exist");
        }
    }

    @Test
    void saysThatAKeyOfTheRightShapeHasNoKeyInIt() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String broken = cloud.keyFile("ci").replaceAll("BEGIN PRIVATE KEY-----[^\"]*", "planted-secret");

            ImageReport report = new Workplace(cloud, home).credentials(broken).check("app/web:1.0");

            assertThat(Workplace.finding(report, "google-identity").summary()).contains("cannot be used");
            assertThat(report.toString()).doesNotContain("planted-secret");
        }
    }

    @Test
    void saysThatAKeyIsOfAnotherProjectThatMayNothingHere() throws Exception {
        try (GoogleTestCloud cloud = described()
                .otherProject("acme-dev")
                .account("ci@acme-dev.iam.gserviceaccount.com")
                .start()) {
            ImageReport report = new Workplace(cloud, home)
                    .credentials(cloud.keyFile("ci@acme-dev.iam.gserviceaccount.com"))
                    .check("app/web:1.0");

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(Workplace.cause(report)).isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(Workplace.finding(report, "google-identity").evidence())
                    .contains("the account is of project acme-dev, the image of acme-prod");
        }
    }

    @Test
    void saysThatAKeyWasDeleted() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String key = cloud.keyFile("ci");
            cloud.revokeKeys("ci");

            ImageReport adc = new Workplace(cloud, home).credentials(key).check("app/web:1.0");
            ImageReport password = new Workplace(cloud, home)
                    .login(cloud.registryHost(), "_json_key", key)
                    .check("app/web:1.0");

            Finding login = Workplace.finding(adc, "login");
            assertThat(login.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(login.cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
            assertThat(login.summary()).contains("it was deleted");
            assertThat(Workplace.cause(password)).isEqualTo(Cause.CREDENTIALS_REJECTED);
            assertThat(Workplace.finding(password, "login").summary()).contains("it was deleted");
        }
    }

    @Test
    void blamesNoCredentialsThatDockerWouldNotTake() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String key = cloud.keyFile("ci");
            cloud.revokeKeys("ci");

            ImageReport report = new Workplace(cloud, home)
                    .credentials(key)
                    .pushedWith(new PushLogin.Docker(null))
                    .check("app/web:1.0");

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(Workplace.cause(report)).isEqualTo(Cause.CREDENTIALS_MISSING);
        }
    }

    @Test
    void asksForATokenTwiceWhereGoogleIsBusy() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            cloud.faults().on("oauth2.token").times(1).serverError();

            ImageReport report =
                    new Workplace(cloud, home).credentials(cloud.keyFile("ci")).check("app/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void saysThatATokenHasExpired() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String over = cloud.accessToken("ci", Duration.ofSeconds(-1));

            Finding login = Workplace.finding(
                    new Workplace(cloud, home)
                            .login(cloud.registryHost(), "oauth2accesstoken", over)
                            .check("app/web:1.0"),
                    "login");

            assertThat(login.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(login.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        }
    }

    @Test
    void saysThatASessionHasEnded() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String file = cloud.userFile("dev@example.com");
            cloud.endSessions("dev@example.com");

            Finding login = Workplace.finding(
                    new Workplace(cloud, home).credentials(file).check("app/web:1.0"), "login");

            assertThat(login.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
            assertThat(login.remedies().get(0).commands()).containsExactly("gcloud auth application-default login");
        }
    }

    @Test
    void saysThatTheClockIsWrong() throws Exception {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
        try (GoogleTestCloud cloud = described().clock(later).start()) {
            Finding login = Workplace.finding(
                    new Workplace(cloud, home).credentials(cloud.keyFile("ci")).check("app/web:1.0"), "login");

            assertThat(login.summary()).contains("the clock of this machine is wrong");
            assertThat(login.remedies().get(0).commands()).containsExactly("timedatectl set-ntp true");
        }
    }

    @Test
    void doesNotWaitForAMetadataServerThatHangs() throws Exception {
        try (GoogleTestCloud cloud = described().machine("ci").start()) {
            cloud.faults().on("metadata.*").neverAnswer();

            ImageReport report = new Workplace(cloud, home)
                    .without("NO_GCE_CHECK")
                    .variable("GCE_METADATA_HOST", cloud.metadataHost())
                    .timeout(Duration.ofMinutes(1))
                    .check("app/web:1.0");

            assertThat(cloud.calls().stream()
                            .filter(call -> call.method().startsWith("metadata."))
                            .count())
                    .isLessThanOrEqualTo(1);
            // Were it waited for, the request would take its minute, and the preflight its deadline.
            assertThat(Workplace.cause(report)).isEqualTo(Cause.CREDENTIALS_MISSING);
            assertThat(Workplace.finding(report, "google-identity").summary())
                    .contains("this machine has no Google credentials");
        }
    }

    @Test
    void saysThatAMachinesTokenIsNotGoodForTheRegistry() throws Exception {
        try (GoogleTestCloud cloud = described()
                .machine("ci", "https://www.googleapis.com/auth/devstorage.read_only")
                .start()) {
            ImageReport report = new Workplace(cloud, home)
                    .without("NO_GCE_CHECK")
                    .variable("GCE_METADATA_HOST", cloud.metadataHost())
                    .check("app/web:1.0");

            Finding login = Workplace.finding(report, "login");
            assertThat(login.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(login.cause()).isEqualTo(Cause.PERMISSION_DENIED);
            assertThat(login.summary()).contains("its scopes leave out cloud-platform");
        }
    }

    @Test
    void sendsNothingToATokenServiceThatIsNotGoogles() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            String stray = cloud.keyFile("ci")
                    .replace("https://oauth2.googleapis.com/token", "https://tokens.example.org/token");

            ImageReport report = new Workplace(cloud, home).credentials(stray).check("app/web:1.0");

            assertThat(Workplace.finding(report, "google-identity").summary())
                    .contains("names a token service that is not Google's");
            assertThat(cloud.counts()).doesNotContainKey("oauth2.token");
        }
    }

    @Test
    void goesWhereGcloudIsToldToGo() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report = new Workplace(cloud, home)
                    .as("ci")
                    .endpoint("artifactregistry.googleapis.com", null)
                    .variable("CLOUDSDK_API_ENDPOINT_OVERRIDES_ARTIFACTREGISTRY", cloud.endpoint() + "/")
                    .check("app/web:1.0");

            assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.PASS);
            assertThat(cloud.counts()).containsKey("artifactregistry.repositories.get");
        }
    }

    @Test
    void saysThatAnEndpointIsNoUrl() throws Exception {
        try (GoogleTestCloud cloud = described().start()) {
            ImageReport report = new Workplace(cloud, home)
                    .as("ci")
                    .variable("CLOUDSDK_API_ENDPOINT_OVERRIDES_ARTIFACTREGISTRY", "artifactregistry.local")
                    .check("app/web:1.0");

            assertThat(Workplace.finding(report, "google-identity").summary())
                    .contains("an endpoint is set that is no URL");
        }
    }
}
