package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.StsException;

/** A CI runner's token becomes a session of the role that trusts it, and of no other. */
@SuppressWarnings("NullAway.Init") // set before each test
class WebIdentityTest {
    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final String TRUST = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":"
            + "\"arn:aws:iam::123456789012:oidc-provider/" + ISSUER + "\"},\"Action\":"
            + "\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringEquals\":{\"" + ISSUER
            + ":aud\":\"sts.amazonaws.com\"},\"StringLike\":{\"" + ISSUER + ":sub\":\"repo:acme/app:*\"}}}]}";

    private AwsTestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = AwsTestCloud.builder()
                .role("deployer", who -> who.trust(TRUST))
                .role("other", who -> {})
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
    }

    private AssumeRoleWithWebIdentityResponse assume(String role, String token) {
        try (AwsClients clients = new AwsClients(cloud.endpoint(), "any", "any", null)) {
            return clients.sts()
                    .assumeRoleWithWebIdentity(ask -> ask.roleArn("arn:aws:iam::123456789012:role/" + role)
                            .roleSessionName("build-7")
                            .webIdentityToken(token));
        }
    }

    private static String token(String subject, Instant expires) {
        String claims = "{\"iss\":\"https://" + ISSUER + "\",\"aud\":\"sts.amazonaws.com\",\"sub\":\"" + subject
                + "\",\"exp\":" + expires.getEpochSecond() + "}";
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".";
    }

    @Test
    void becomesASessionOfTheRoleThatTrustsIt() {
        var assumed = assume(
                "deployer",
                token("repo:acme/app:ref:refs/heads/main", Instant.now().plusSeconds(60)));

        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/deployer/build-7");
        try (AwsClients clients = new AwsClients(
                cloud.endpoint(),
                assumed.credentials().accessKeyId(),
                assumed.credentials().secretAccessKey(),
                assumed.credentials().sessionToken())) {
            assertThat(clients.sts().getCallerIdentity().arn())
                    .isEqualTo(assumed.assumedRoleUser().arn());
        }
    }

    @Test
    void isRefusedWhereTheRoleTrustsAnother() {
        String fork =
                token("repo:mallory/app:ref:refs/heads/main", Instant.now().plusSeconds(60));

        for (String role : new String[] {"deployer", "other", "absent"}) {
            assertThatThrownBy(() -> assume(role, fork))
                    .isInstanceOf(StsException.class)
                    .hasMessageContaining("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        }
    }

    @Test
    void isRefusedWhenItHasEndedOrIsNone() {
        String ended = token("repo:acme/app:ref:refs/heads/main", Instant.now().minusSeconds(60));

        assertThatThrownBy(() -> assume("deployer", ended))
                .isInstanceOf(ExpiredTokenException.class)
                .hasMessageContaining("Token expired: current date/time");
        assertThatThrownBy(() -> assume("deployer", "opaque")).isInstanceOf(InvalidIdentityTokenException.class);
    }
}
