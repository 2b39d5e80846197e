package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.credential.Credential;
import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.generate.GeneratedFile;
import io.github.registrymaven.generate.Generator;
import io.github.registrymaven.generate.Project;
import io.github.registrymaven.image.ImageSource;
import io.github.registrymaven.machine.Machine;
import io.github.registrymaven.preflight.ImageReport;
import io.github.registrymaven.preflight.Preflight;
import io.github.registrymaven.preflight.PreflightRequest;
import io.github.registrymaven.preflight.Probe;
import io.github.registrymaven.preflight.PushLogin;
import io.github.registrymaven.preflight.RequestedImage;
import io.github.registrymaven.preflight.Surroundings;
import io.github.registrymaven.preflight.Verdict;
import io.github.registrymaven.push.Push;
import io.github.registrymaven.push.PushProgress;
import io.github.registrymaven.push.PushReport;
import io.github.registrymaven.push.PushRequest;
import io.github.registrymaven.reference.ImageReference;
import io.github.registrymaven.reference.ParsedReference;
import io.github.registrymaven.testkit.SmallImage;
import io.github.registrymaven.testkit.aws.AwsKey;
import io.github.registrymaven.testkit.aws.AwsTestCloud;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    @TempDir
    private Path home;

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = new FakeAws().repository("team/app");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private static FakeAws.Reply token(String decoded) {
        String token = Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
        return FakeAws.json(
                "{\"authorizationData\":[{\"authorizationToken\":\"" + token + "\",\"expiresAt\":1767268800}]}");
    }

    private CredentialLookup.Failed refusal() throws InterruptedException {
        CredentialLookup lookup = new Build(home, aws.url()).logIn();
        assertThat(lookup).isInstanceOf(CredentialLookup.Failed.class);
        return (CredentialLookup.Failed) lookup;
    }

    @Test
    void isMadeOfTheCallersOwnCredentialsWithOneRequest() throws Exception {
        aws.on("GetAuthorizationToken", body -> token("AWS:planted:word"));

        CredentialLookup.Found lookup = (CredentialLookup.Found) new Build(home, aws.url()).logIn();

        Credential.Password login = (Credential.Password) lookup.found().credential();
        assertThat(login.username()).isEqualTo("AWS");
        assertThat(login.password().reveal()).isEqualTo("planted:word");
        assertThat(lookup.found().expires()).isEqualTo(Instant.ofEpochSecond(1767268800));
        assertThat(lookup.found().origin().description())
                .isEqualTo("AWS, with the credentials from environment variables");
        assertThat(aws.asked()).containsExactly("GetAuthorizationToken");
    }

    @Test
    void isNoneWhereThisMachineHasNothingToShow() throws Exception {
        CredentialLookup lookup = new Build(home, aws.url())
                .without("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
                .logIn();

        assertThat(lookup).isEqualTo(new CredentialLookup.None(List.of("AWS: this machine has no AWS credentials")));
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithHalfACredential() throws Exception {
        CredentialLookup.Failed lookup = (CredentialLookup.Failed)
                new Build(home, aws.url()).without("AWS_SECRET_ACCESS_KEY").logIn();

        assertThat(lookup.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(lookup.evidence().get(0)).contains("AWS_SECRET_ACCESS_KEY is not");
    }

    @Test
    void tellsADenialWithTheStatementThatMendsIt() throws Exception {
        aws.on(
                "GetAuthorizationToken",
                body -> FakeAws.error("AccessDeniedException", FakeAws.denied("ecr:GetAuthorizationToken", "*")));

        CredentialLookup.Failed failed = refusal();

        assertThat(failed.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(failed.remedies().get(0).files().get(0).content()).contains("ecr:GetAuthorizationToken");
    }

    @Test
    void tellsAnExpiredSessionAndABusyAws() throws Exception {
        aws.on("GetAuthorizationToken", body -> FakeAws.error("ExpiredTokenException", "it is expired"));
        Cause expired = refusal().cause();
        aws.on("GetAuthorizationToken", body -> FakeAws.error("ThrottlingException", "Rate exceeded"));

        assertThat(expired).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(refusal().cause()).isEqualTo(Cause.RATE_LIMITED);
    }

    @Test
    void takesNoTokenThatIsNone() throws Exception {
        aws.on("GetAuthorizationToken", body -> FakeAws.json("{\"authorizationData\":[]}"));
        String without = refusal().summary();
        aws.on("GetAuthorizationToken", body -> token("no colon"));
        String unreadable = refusal().summary();

        assertThat(List.of(without, unreadable)).allMatch(summary -> summary.startsWith("AWS's answer holds no login"));
    }

    private static ImageReference image(String text) {
        return ((ParsedReference.Valid) ImageReference.parse(text)).reference();
    }

    private Surroundings surroundings(AwsTestCloud cloud, AwsKey key) {
        Map<String, String> environment = new HashMap<>(key.environment());
        environment.put("AWS_ENDPOINT_URL", cloud.endpoint());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("PATH", home.toString());
        return new Surroundings(
                        new Machine(environment, Map.of(), home, Clock.systemUTC()),
                        List.of(),
                        List.of(),
                        List.of(new AwsControlPlane()))
                .loggingInWith(List.of(new AwsLogin()));
    }

    private static Map<String, URI> endpoints(AwsTestCloud cloud) {
        return Map.of(cloud.registryHost(), URI.create(cloud.registry().url()));
    }

    private ImageReport check(AwsTestCloud cloud, AwsKey key, PushLogin login) throws InterruptedException {
        RequestedImage image =
                new RequestedImage(cloud.registryHost() + "/team/app:1.0", "registry.images").with(login);
        return Preflight.run(
                        new PreflightRequest(
                                List.of(image),
                                Probe.UPLOAD,
                                null,
                                Set.of("127.0.0.1"),
                                endpoints(cloud),
                                Map.of(),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(60),
                                false),
                        surroundings(cloud, key))
                .images()
                .get(0);
    }

    private PushReport push(AwsTestCloud cloud, AwsKey key) throws Exception {
        return push(cloud, key, "team/app:1.0");
    }

    private PushReport push(AwsTestCloud cloud, AwsKey key, String path) throws Exception {
        ImageReference target = image(cloud.registryHost() + "/" + path);
        try (ImageSource source = ImageSource.open(SmallImage.write(home.resolve("image")));
                Push push = Push.open(
                        new PushRequest(
                                source,
                                List.of(target),
                                null,
                                Set.of("127.0.0.1"),
                                endpoints(cloud),
                                Map.of(),
                                Duration.ofSeconds(10)),
                        surroundings(cloud, key),
                        PushProgress.NONE)) {
            return push.run();
        }
    }

    @Test
    void letsOurPushInWhereNoOtherPlaceHoldsALogin() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .repository("team/app")
                .user("ci", who -> who.allowPush("team/*").allow("*", "ecr:Describe*", "iam:*"))
                .start()) {
            AwsKey key = cloud.userKey("ci");

            ImageReport ours = check(cloud, key, new PushLogin.Ours());
            ImageReport anybodys = check(cloud, key, new PushLogin.Anybody());
            PushReport pushed = push(cloud, key);

            assertThat(ours.verdict()).as(ours.checks().toString()).isEqualTo(Verdict.PASS);
            assertThat(ours.checks()).noneMatch(check -> check.id().equals("aws-login"));
            assertThat(anybodys.verdict()).isEqualTo(Verdict.WARN);
            assertThat(anybodys.checks())
                    .anyMatch(check -> check.id().equals("aws-login") && check.verdict() == Verdict.WARN);
            assertThat(pushed.verdict()).isEqualTo(Verdict.PASS);
            assertThat(cloud.registry().contents().toString()).contains("team/app");
        }
    }

    @Test
    void theGeneratedPolicyIsAllThatAPushNeedsAndIsForThatRepositoryOnly() throws Exception {
        ImageReference image = image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app:1.0");
        String policy = Generator.generate(List.of(image), new Project("app", null, "17")).files().stream()
                .filter(file -> file.path().endsWith("push-policy.json"))
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow();
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .repository("team/app")
                .repository("team/other")
                .user("ci", who -> who.policy(policy))
                .start()) {
            AwsKey key = cloud.userKey("ci");

            assertThat(push(cloud, key, "team/app:1.0").verdict()).isEqualTo(Verdict.PASS);
            assertThat(push(cloud, key, "team/other:1.0").verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    @Test
    void theCallersOwnLoginMakesItsDenialACertainFailure() throws Exception {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                .repository("team/app")
                .user(
                        "noput",
                        who -> who.allowPush("*").deny("*", "ecr:PutImage").allow("*", "ecr:Describe*", "iam:*"))
                .start()) {
            AwsKey key = cloud.userKey("noput");

            ImageReport ours = check(cloud, key, new PushLogin.Ours());

            assertThat(ours.verdict()).as(ours.checks().toString()).isEqualTo(Verdict.FAIL);
            assertThat(push(cloud, key).verdict()).isEqualTo(Verdict.FAIL);
        }
    }
}
