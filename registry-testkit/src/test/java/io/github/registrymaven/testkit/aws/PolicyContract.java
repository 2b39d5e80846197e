package io.github.registrymaven.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecr.model.EcrException;

/**
 * How the policies of a user are weighed, as far as moto weighs them: by their actions. The same tests run against both.
 * Codes and texts are not compared, as moto has one form of them for all services.
 */
abstract class PolicyContract {
    /** A key of a new user with one policy of JSON: id and secret. */
    abstract String[] key(String user, String policy) throws IOException;

    abstract String endpoint();

    private AwsClients clients(String... key) {
        return new AwsClients(endpoint(), key[0], key[1], null);
    }

    /** Whether the user may ask for all repositories. */
    private boolean mayAsk(String user, String... statements) throws IOException {
        try (AwsClients clients = clients(key(user, Policies.document(statements)))) {
            clients.ecr().describeRepositories();
            return true;
        } catch (EcrException refused) {
            assertThat(refused.statusCode()).isBetween(400, 403);
            return false;
        }
    }

    @Test
    void allowsTheActionsThatAreNamed() throws IOException {
        assertThat(mayAsk("exact", Policies.statement("Allow", "*", "ecr:DescribeRepositories")))
                .isTrue();
        assertThat(mayAsk("wild", Policies.statement("Allow", "*", "ecr:Describe*")))
                .isTrue();
        assertThat(mayAsk("all", Policies.statement("Allow", "*", "*"))).isTrue();
        assertThat(mayAsk("list", Policies.statement("Allow", "*", "s3:GetObject", "ecr:*")))
                .isTrue();
    }

    @Test
    void deniesAllOthers() throws IOException {
        assertThat(mayAsk("other", Policies.statement("Allow", "*", "s3:*"))).isFalse();
        assertThat(mayAsk("put", Policies.statement("Allow", "*", "ecr:PutImage")))
                .isFalse();
    }

    @Test
    void letsAnExplicitDenyWin() throws IOException {
        String all = Policies.statement("Allow", "*", "*");

        assertThat(mayAsk("denied", all, Policies.statement("Deny", "*", "ecr:DescribeRepositories")))
                .isFalse();
        assertThat(mayAsk("denied-first", Policies.statement("Deny", "*", "ecr:Describe*"), all))
                .isFalse();
        assertThat(mayAsk("denied-other", all, Policies.statement("Deny", "*", "ecr:PutImage")))
                .isTrue();
    }

    @Test
    void understandsActionsThatAreExcepted() throws IOException {
        assertThat(mayAsk("all-but-put", "{\"Effect\":\"Allow\",\"NotAction\":\"ecr:PutImage\",\"Resource\":\"*\"}"))
                .isTrue();
        assertThat(mayAsk("all-but-ecr", "{\"Effect\":\"Allow\",\"NotAction\":\"ecr:*\",\"Resource\":\"*\"}"))
                .isFalse();
    }

    @Test
    void tellsEverybodyWhoHeIs() throws IOException {
        String denied = Policies.document(Policies.statement("Deny", "*", "*"));
        try (AwsClients nobody = clients(key("nobody", denied))) {
            assertThat(nobody.sts().getCallerIdentity().arn()).isEqualTo("arn:aws:iam::123456789012:user/nobody");
        }
    }

    @Test
    void refusesAWrongSecretAndAnUnknownKey() throws IOException {
        String[] key = key("present", Policies.FULL_ACCESS);

        for (String[] wrong : new String[][] {{key[0], key[1] + "x"}, {"NOSUCHKEY", key[1]}}) {
            try (AwsClients clients = clients(wrong)) {
                assertThatThrownBy(() -> clients.sts().getCallerIdentity())
                        .isInstanceOfSatisfying(
                                AwsServiceException.class,
                                refused -> assertThat(refused.statusCode()).isEqualTo(403));
            }
        }
    }
}
