package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.StsException;

/** A role must trust whoever becomes it; a role that trusts only the account leaves the rest to policies. */
class BecomingARoleTest {
    private static final String DEPLOYER = "arn:aws:iam::123456789012:role/deployer";
    private static final String REFUSED = "User: arn:aws:iam::123456789012:user/ci is not authorized to perform:"
            + " sts:AssumeRole on resource: " + DEPLOYER;

    private static String become(Consumer<PrincipalDescription> user, Consumer<PrincipalDescription> role)
            throws IOException {
        return become(user, role, ask -> {});
    }

    private static String become(
            Consumer<PrincipalDescription> user,
            Consumer<PrincipalDescription> role,
            Consumer<AssumeRoleRequest.Builder> more)
            throws IOException {
        try (AwsTestCloud cloud = AwsTestCloud.builder()
                        .user("ci", user)
                        .role("deployer", role)
                        .start();
                AwsClients clients = AwsClients.of(cloud, cloud.userKey("ci"))) {
            return clients.sts()
                    .assumeRole(ask -> {
                        ask.roleArn(DEPLOYER).roleSessionName("build-7");
                        more.accept(ask);
                    })
                    .assumedRoleUser()
                    .arn();
        } catch (StsException refused) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            return refused.awsErrorDetails().errorMessage();
        }
    }

    private static String trust(String principal, String condition) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal
                + "\"},\"Action\":\"sts:AssumeRole\",\"Condition\":" + condition + "}}";
    }

    @Test
    void isForThoseWhomItNames() throws IOException {
        String trust = trust("arn:aws:iam::123456789012:user/ci", "{}");

        assertThat(become(who -> {}, role -> role.trust(trust))).endsWith("assumed-role/deployer/build-7");
        assertThat(become(who -> {}, role -> role.trust(trust.replace("user/ci", "user/other"))))
                .isEqualTo(REFUSED);
    }

    @Test
    void isForThoseOfItsAccountWhomAPolicyAllowsIt() throws IOException {
        String trust = trust("arn:aws:iam::123456789012:root", "{}");

        assertThat(become(who -> who.allow(DEPLOYER, "sts:AssumeRole"), role -> role.trust(trust)))
                .endsWith("assumed-role/deployer/build-7");
        assertThat(become(who -> {}, role -> role.trust(trust))).isEqualTo(REFUSED);
    }

    @Test
    void isForNobodyWithoutTrust() throws IOException {
        assertThat(become(who -> who.allow("*", "*"), role -> {})).isEqualTo(REFUSED);
    }

    @Test
    void asksForTheExternalId() throws IOException {
        String trust =
                trust("arn:aws:iam::123456789012:user/ci", "{\"StringEquals\":{\"sts:ExternalId\":\"contract\"}}");

        assertThat(become(who -> {}, role -> role.trust(trust), ask -> ask.externalId("contract")))
                .endsWith("assumed-role/deployer/build-7");
        assertThat(become(who -> {}, role -> role.trust(trust))).isEqualTo(REFUSED);
    }
}
