package io.github.registrymaven.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registrymaven.credential.CredentialLookup;
import io.github.registrymaven.diagnosis.Cause;
import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.preflight.Finding;
import io.github.registrymaven.preflight.Identity;
import io.github.registrymaven.preflight.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
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

    private Build build() {
        return new Build(home, aws.url());
    }

    private static Finding identity(Build build) throws InterruptedException {
        return build.ask().finding("aws-identity");
    }

    private void file(String name, String... lines) throws IOException {
        Path file = home.resolve(".aws").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private Build withoutKeys() {
        return build().without("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void saysWhoAsksAndWhichSourceWonOverWhich() throws Exception {
        file("credentials", "[default]", "aws_access_key_id = AKIAOTHER", "aws_secret_access_key = planted");

        Finding finding = identity(build());

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.summary()).isEqualTo("AWS knows this build as " + FakeAws.ROLE);
        assertThat(finding.evidence())
                .contains(
                        "the credentials are from: environment variables",
                        "not used, as an earlier source has some: profile default");
    }

    @Test
    void saysThatTheRegistryIsOfAnotherAccount() throws Exception {
        aws.caller("arn:aws:iam::999900001111:user/eve", "999900001111");

        Finding finding = identity(build());

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.summary()).contains("is of account 111122223333", "one of 999900001111");
        assertThat(finding.evidence().toString()).contains("a login succeeds all the same");
    }

    @Test
    void tellsAnExpiredSession() throws Exception {
        aws.on(
                "GetCallerIdentity",
                body -> FakeAws.xmlError(403, "ExpiredToken", "The security token included in the request is expired"));

        Finding finding = identity(build().variable("AWS_SESSION_TOKEN", "planted-session"));

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(finding.summary()).endsWith("the session has expired");
    }

    @Test
    void tellsAKeyThatAwsDoesNotKnow() throws Exception {
        aws.on(
                "GetCallerIdentity",
                body -> FakeAws.xmlError(
                        403, "InvalidClientTokenId", "The security token included in the request is invalid."));

        assertThat(identity(build()).cause()).isEqualTo(Cause.CREDENTIALS_REJECTED);
    }

    @Test
    void tellsAWrongClockFromAWrongSecret() throws Exception {
        aws.on(
                "GetCallerIdentity",
                body -> FakeAws.xmlError(
                        403,
                        "SignatureDoesNotMatch",
                        "Signature expired: 20260101T000000Z is now earlier than 20260101T004000Z (20260101T005500Z - 15 min.)"));

        Finding clock = identity(build());

        assertThat(clock.summary()).contains("clock is wrong");
        assertThat(clock.evidence()).contains("the two moments are 40 minutes apart");

        aws.on(
                "GetCallerIdentity",
                body -> FakeAws.xmlError(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match.\nx-amz-security-token:planted-session"));

        Finding secret = identity(build().variable("AWS_SESSION_TOKEN", "planted-session"));

        assertThat(secret.summary()).contains("secret access key is not the one");
        assertThat(secret.toString()).doesNotContain("planted");
    }

    @Test
    void tellsHalfAnEnvironment() throws Exception {
        Finding finding = identity(build().without("AWS_SECRET_ACCESS_KEY"));

        assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(finding.summary()).contains("half of its AWS credentials");
        assertThat(finding.evidence().toString())
                .contains("AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not");
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void saysThatThereAreNoCredentialsAtAll() throws Exception {
        Build.Outcome outcome = withoutKeys().ask();

        assertThat(outcome.finding("aws-identity").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(outcome.finding("aws-identity").summary()).contains("no AWS credentials");
        assertThat(outcome.findings()).hasSize(1);
    }

    @Test
    void leavesNoDoubtWhereTheRegistryItselfTookAnUpload() throws Exception {
        Finding finding = withoutKeys().saw("upload", 202, "").ask().finding("aws-identity");

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.summary())
                .isEqualTo(Build.HOST + " took an upload; AWS itself was not asked, for want of credentials");
        assertThat(finding.unverified())
                .containsExactly(
                        "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage", "the tag may be replaced");
        assertThat(withoutKeys()
                        .saw("upload", 403, "")
                        .ask()
                        .finding("aws-identity")
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void warnsOfCredentialsThatDoNotWorkWhereTheRegistryItselfTookAnUpload() throws Exception {
        aws.on("GetCallerIdentity", body -> FakeAws.xmlError(403, "ExpiredToken", "expired"));

        Finding finding = build().saw("upload", 202, "").ask().finding("aws-identity");

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.summary()).endsWith("the session has expired");
        assertThat(finding.remedies()).isNotEmpty();
        assertThat(build().without("AWS_SECRET_ACCESS_KEY")
                        .saw("upload", 202, "")
                        .ask()
                        .finding("aws-identity")
                        .verdict())
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void knowsWhoPushesWhereTheHelperMakesTheLoginOfTheSameCredentials() throws Exception {
        CredentialLookup helper = Build.login("docker-credential-ecr-login, found on the PATH");

        assertThat(build().login(helper).ask().identity())
                .isEqualTo(new Identity(FakeAws.ROLE, "environment variables", null));
    }

    @Test
    void doesNotKnowWhoPushesWithALoginThatDoesNotSay() throws Exception {
        CredentialLookup helper = Build.login("docker-credential-ecr-login, found on the PATH");
        file("credentials", "[push]", "aws_access_key_id = AKIAPUSH", "aws_secret_access_key = planted");

        assertThat(build().ask().identity()).isNull();
        assertThat(build().login(new CredentialLookup.None(List.of())).ask().identity())
                .isNull();
        // The helper knows nothing of a profile that is named to us.
        assertThat(build().profile("push").login(helper).ask().identity()).isNull();
    }

    @Test
    void knowsWhoPushesWhereTheRegistryNamesWhomItRefuses() throws Exception {
        String other = "arn:aws:iam::111122223333:user/other";
        String words = FakeAws.denied("ecr:InitiateLayerUpload", "arn:x").replace(FakeAws.ROLE, other);

        assertThat(build().saw("upload", 403, words).ask().identity())
                .isEqualTo(new Identity(other, "server in settings.xml", null));
    }

    @Test
    void tellsAProfileThatDoesNotExistAndThoseThatDo() throws Exception {
        file("config", "[profile ci]", "region = eu-west-1", "[profile dev]", "region = eu-west-1");

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "cj"));

        assertThat(finding.summary()).contains("the AWS profile 'cj' does not exist");
        assertThat(finding.evidence()).contains("there are: ci, dev");
    }

    @Test
    void tellsHalfAProfile() throws Exception {
        file("credentials", "[default]", "aws_access_key_id = AKIAPLANTED");

        assertThat(identity(withoutKeys()).summary()).contains("profile 'default' has half of its credentials");
    }

    @Test
    void tellsSettingsThatCannotBeRead() throws Exception {
        file("config", "[profile ci", "region = eu-west-1");

        Finding finding = identity(withoutKeys());

        assertThat(finding.summary()).contains("settings of this machine cannot be read");
        assertThat(finding.evidence().toString()).contains("config");
    }

    @Test
    void asksWithTheProfileThatIsNamedForTheHost() throws Exception {
        file("credentials", "[push]", "aws_access_key_id = AKIAPUSH", "aws_secret_access_key = planted");

        Finding finding = identity(build().profile("push"));

        assertThat(finding.evidence())
                .contains("the credentials are from: profile push, which registry.profiles names");
    }

    /** The profile {@code dev} of an SSO session {@code corp}, behind others. */
    private void profileOfSso(String... others) throws Exception {
        List<String> lines = new ArrayList<>(List.of(others));
        lines.addAll(List.of(
                "[profile dev]",
                "sso_session = corp",
                "sso_account_id = 111122223333",
                "sso_role_name = Dev",
                "[sso-session corp]",
                "sso_start_url = https://example.com/start",
                "sso_region = eu-west-1"));
        file("config", lines.toArray(String[]::new));
    }

    /** What {@code aws sso login} keeps of that session. */
    private void ssoCache(String json) throws Exception {
        file("sso/cache/" + sha1("corp") + ".json", json);
    }

    @Test
    void tellsAnSsoSessionThatIsOver() throws Exception {
        profileOfSso();
        // The file's name is the SHA-1 of the session's.
        file("sso/cache/6a1b0e6a7cb2f6ba7fae6ef3bdc1f7ae57d1a4d7.json", "{}");

        Finding missing = identity(withoutKeys().variable("AWS_PROFILE", "dev"));

        assertThat(missing.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(missing.remedies().get(0).commands()).containsExactly("aws sso login --profile dev");

        ssoCache("{\"accessToken\":\"planted\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}");

        Finding over = identity(withoutKeys().variable("AWS_PROFILE", "dev"));

        assertThat(over.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(over.evidence()).containsExactly("it ended at 2020-01-01T00:00:00Z");
    }

    private static String sha1(String text) throws Exception {
        return digest("SHA-1", text);
    }

    private static String digest(String algorithm, String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsAnSsoSessionThatIsOverBelowARole() throws Exception {
        profileOfSso("[profile push]", "role_arn = arn:aws:iam::111122223333:role/push", "source_profile = dev");
        ssoCache("{\"accessToken\":\"planted\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}");

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "push"));

        assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(finding.remedies().get(0).commands()).containsExactly("aws sso login --profile dev");
        assertThat(aws.asked()).isEmpty();
    }

    /** A session may be ended before its time; the portal has words of its own for it. */
    @Test
    void tellsAnSsoSessionThatIsNoLongerTaken() throws Exception {
        file(
                "config",
                "[profile dev]",
                "sso_start_url = https://example.com/start",
                "sso_region = eu-west-1",
                "sso_account_id = 111122223333",
                "sso_role_name = Dev");
        file(
                "sso/cache/" + sha1("https://example.com/start") + ".json",
                "{\"accessToken\":\"planted-token\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}");
        aws.on(
                "?",
                body -> new FakeAws.Reply(
                        401,
                        "application/json",
                        "{\"__type\":\"UnauthorizedException\",\"message\":\"Session token not found or invalid\"}"));

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "dev"));

        assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(finding.remedies().get(0).commands()).containsExactly("aws sso login --profile dev");
    }

    /** With a refresh token the SDK tries to renew it, and says in words of its own that it cannot. */
    @Test
    void tellsAnSsoSessionThatCannotBeRenewed() throws Exception {
        profileOfSso();
        ssoCache("{\"accessToken\":\"planted\",\"refreshToken\":\"planted\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}");

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "dev"));

        assertThat(finding.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(finding.remedies().get(0).commands()).containsExactly("aws sso login --profile dev");
        assertThat(finding.toString()).doesNotContain("planted");
    }

    /** Keys of a session, as programs write them that log in elsewhere: {@code aws sso login} knows nothing of them. */
    @Test
    void namesNoCommandForASessionThatTheAwsCliDidNotBegin() throws Exception {
        aws.on("GetCallerIdentity", body -> FakeAws.xmlError(403, "ExpiredToken", "expired"));
        file(
                "credentials",
                "[saml]",
                "aws_access_key_id = ASIAPLANTED",
                "aws_secret_access_key = planted",
                "aws_session_token = planted");

        Finding ofProfile = identity(withoutKeys().variable("AWS_PROFILE", "saml"));
        Finding ofVariables = identity(build().variable("AWS_SESSION_TOKEN", "planted-session"));

        assertThat(ofProfile.remedies().get(0).title()).contains("profile saml", "the way they came there");
        assertThat(ofProfile.remedies().get(0).commands()).isEmpty();
        assertThat(ofVariables.remedies().get(0).title()).contains("environment variables");
        assertThat(ofVariables.remedies().get(0).commands()).isEmpty();
    }

    @Test
    void handsOverCommandsForTheProfileThatIsNamedForMavenAlone() throws Exception {
        file("credentials", "[push]", "aws_access_key_id = AKIAPUSH", "aws_secret_access_key = planted");
        CredentialLookup none = new CredentialLookup.None(List.of());
        Build ofHost = build().login(none).profile("push");
        Build ofJvm = withoutKeys().login(none).property("aws.profile", "push");
        Build ofShell = withoutKeys().login(none).variable("AWS_PROFILE", "push");

        assertThat(login(ofHost)).contains(" --region eu-west-1 --profile push | docker login");
        assertThat(login(ofJvm)).contains(" --region eu-west-1 --profile push | docker login");
        assertThat(login(ofShell)).contains(" --region eu-west-1 | docker login");
    }

    private static String login(Build build) throws InterruptedException {
        return build.ask().finding("aws-login").remedies().get(0).commands().get(0);
    }

    private void consoleLogin(String expires) throws Exception {
        file("config", "[profile dev]", "login_session = arn:aws:iam::111122223333:user/dev", "region = eu-west-1");
        file(
                "login/cache/" + digest("SHA-256", "arn:aws:iam::111122223333:user/dev") + ".json",
                "{\"accessToken\": {\"accessKeyId\": \"ASIAPLANTED\", \"secretAccessKey\": \"planted-secret\","
                        + " \"sessionToken\": \"planted-token\", \"accountId\": \"111122223333\", \"expiresAt\": \""
                        + expires + "\"}, \"tokenType\": \"aws_sigv4\", \"refreshToken\": \"planted-refresh\"}");
    }

    @Test
    void takesTheLoginThatTheAwsCliMadeInABrowser() throws Exception {
        consoleLogin("2100-01-01T00:00:00Z");

        Build.Outcome outcome = withoutKeys()
                .variable("AWS_PROFILE", "dev")
                .login(Build.login("docker-credential-ecr-login, found on the PATH"))
                .ask();

        assertThat(outcome.finding("aws-identity").verdict()).isEqualTo(Verdict.PASS);
        assertThat(outcome.findings().toString()).doesNotContain("planted");
        assertThat(outcome.identity())
                .isEqualTo(new Identity(
                        FakeAws.ROLE, "profile dev, which AWS_PROFILE names", Instant.parse("2100-01-01T00:00:00Z")));
    }

    @Test
    void tellsALoginInABrowserThatIsToBeRenewed() throws Exception {
        consoleLogin("2020-01-01T00:00:00Z");

        Finding over = identity(withoutKeys().variable("AWS_PROFILE", "dev"));
        Finding elsewhere = identity(withoutKeys()
                .variable("AWS_PROFILE", "dev")
                .variable("AWS_LOGIN_CACHE_DIRECTORY", home.resolve("none").toString()));

        assertThat(over.cause()).isEqualTo(Cause.CREDENTIALS_EXPIRED);
        assertThat(over.evidence()).containsExactly("they ended at 2020-01-01T00:00:00Z");
        assertThat(over.remedies())
                .flatExtracting(Remedy::commands)
                .containsExactly("aws sts get-caller-identity --profile dev", "aws login --profile dev");
        assertThat(elsewhere.cause()).isEqualTo(Cause.CREDENTIALS_MISSING);
        assertThat(elsewhere.remedies()).flatExtracting(Remedy::commands).containsExactly("aws login --profile dev");
    }

    @Test
    void sendsToTheAwsCliForTheCodeOfAnMfaDevice() throws Exception {
        file(
                "config",
                "[profile push]",
                "role_arn = arn:aws:iam::111122223333:role/push",
                "source_profile = base",
                "mfa_serial = arn:aws:iam::111122223333:mfa/dev",
                "[profile base]",
                "aws_access_key_id = AKIABASE",
                "aws_secret_access_key = planted");
        aws.on(
                "AssumeRole",
                body -> FakeAws.xmlError(
                        403, "AccessDenied", FakeAws.denied("sts:AssumeRole", "arn:aws:iam::111122223333:role/push")));

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "push"));

        assertThat(finding.remedies())
                .flatExtracting(Remedy::commands)
                .containsExactly("eval \"$(aws configure export-credentials --profile push --format env)\"");
    }

    @Test
    void tradesARunnersTokenForARole() throws Exception {
        file("token", "planted-jwt");
        aws.on(
                "AssumeRoleWithWebIdentity",
                body -> FakeAws.xml("<AssumeRoleWithWebIdentityResponse>"
                        + "<AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIA</AccessKeyId>"
                        + "<SecretAccessKey>planted</SecretAccessKey><SessionToken>planted</SessionToken>"
                        + "<Expiration>2100-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><Arn>"
                        + FakeAws.ROLE
                        + "</Arn><AssumedRoleId>A</AssumedRoleId></AssumedRoleUser></AssumeRoleWithWebIdentityResult>"
                        + "</AssumeRoleWithWebIdentityResponse>"));

        Finding finding = identity(withoutKeys()
                .variable(
                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                        home.resolve(".aws/token").toString())
                .variable("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/ci"));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence())
                .contains("the credentials are from: web identity token for arn:aws:iam::111122223333:role/ci");
        assertThat(aws.count("AssumeRoleWithWebIdentity")).isEqualTo(1);
    }

    @Test
    void saysThatAnSdkLoginIsNoLoginOfThePush() throws Exception {
        Build.Outcome outcome = build().login(new CredentialLookup.None(List.of("settings.xml")))
                .ask();

        Finding finding = outcome.finding("aws-login");
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.remedies().get(0).commands().get(0))
                .startsWith("aws ecr get-login-password --region eu-west-1 | docker login");
        assertThat(finding.remedies().get(1).files().get(0).content())
                .contains("\"" + Build.HOST + "\": \"ecr-login\"");
    }

    @Test
    void asksOnlyWhoItIsForEcrPublic() throws Exception {
        Build.Outcome outcome = build().images("public.ecr.aws/alias/app:1.0").ask();

        assertThat(outcome.findings()).extracting(Finding::id).containsExactly("aws-identity");
        assertThat(aws.asked()).containsExactly("GetCallerIdentity");
    }

    @Test
    void warnsThatThePushIsByAnother() throws Exception {
        Finding finding = identity(build().saw(
                        "upload",
                        403,
                        "User: arn:aws:iam::111122223333:user/other is not authorized to perform: ecr:InitiateLayerUpload on"
                                + " resource: arn:aws:ecr:eu-west-1:111122223333:repository/team/app"));

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence())
                .contains(
                        "the registry names arn:aws:iam::111122223333:user/other",
                        "sts:GetCallerIdentity says " + FakeAws.ROLE);
    }

    @Test
    void doesNotWaitForAMetadataServiceThatIsNotThere() {
        CountDownLatch never = new CountDownLatch(1);
        InstanceRole role = new InstanceRole(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IllegalStateException("nobody is there");
                },
                Duration.ofMillis(100));

        assertThatThrownBy(role::resolveCredentials).hasMessageContaining("no metadata service of EC2 answers");
        never.countDown();
    }

    @Test
    void assumesTheRoleOfAProfile() throws Exception {
        file(
                "config",
                "[profile ci]",
                "role_arn = arn:aws:iam::111122223333:role/ci",
                "source_profile = base",
                "external_id = id-1",
                "[profile base]",
                "aws_access_key_id = AKIABASE",
                "aws_secret_access_key = planted");
        aws.on(
                "AssumeRole",
                body -> FakeAws.xml("<AssumeRoleResponse><AssumeRoleResult><Credentials>"
                        + "<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>planted</SecretAccessKey>"
                        + "<SessionToken>planted</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials>"
                        + "<AssumedRoleUser><Arn>" + FakeAws.ROLE
                        + "</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser>"
                        + "</AssumeRoleResult></AssumeRoleResponse>"));

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "ci"));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).contains("the credentials are from: profile ci, which AWS_PROFILE names");
        assertThat(aws.bodies().get(0)).contains("ExternalId=id-1", "role%2Fci");
    }

    @Test
    void saysWhoMayNotAssumeTheRoleOfAProfile() throws Exception {
        file(
                "config",
                "[profile ci]",
                "role_arn = arn:aws:iam::111122223333:role/ci",
                "source_profile = base",
                "[profile base]",
                "aws_access_key_id = AKIABASE",
                "aws_secret_access_key = planted");
        aws.on(
                "AssumeRole",
                body -> FakeAws.xmlError(
                        403, "AccessDenied", FakeAws.denied("sts:AssumeRole", "arn:aws:iam::111122223333:role/ci")));

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "ci"));

        assertThat(finding.cause()).isEqualTo(Cause.PERMISSION_DENIED);
        assertThat(finding.evidence().toString()).contains("sts:AssumeRole");
        assertThat(finding.remedies().get(0).files().get(0).content()).contains("sts:AssumeRole");
    }

    @Test
    void takesTheRoleOfAnSsoSessionThatIsOpen() throws Exception {
        profileOfSso();
        ssoCache("{\"accessToken\":\"planted-token\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}");
        aws.on(
                "?",
                body -> FakeAws.json("{\"roleCredentials\":{\"accessKeyId\":\"ASIA\",\"secretAccessKey\":\"planted\","
                        + "\"sessionToken\":\"planted\",\"expiration\":4102444800000}}"));

        Finding finding = identity(withoutKeys().variable("AWS_PROFILE", "dev"));

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.toString()).doesNotContain("planted");
    }

    @Test
    void tellsAnEndpointThatIsNoUrl() throws Exception {
        Finding finding = identity(build().variable("AWS_ENDPOINT_URL_ECR", "localhost:4566"));

        assertThat(finding.summary()).contains("an endpoint of AWS is set that is no URL");
        assertThat(finding.evidence().toString()).contains("localhost:4566");
    }
}
