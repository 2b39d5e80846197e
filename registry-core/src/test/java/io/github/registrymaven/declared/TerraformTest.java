package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.read;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import io.github.registrymaven.policy.TagMutability;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A root module as teams write them, with everything in it that Terraform offers to avoid repetition. */
class TerraformTest {
    private static final String MAIN = "terraform/service/main.tf:";

    private final Declared service = read("terraform/service");

    @Test
    void readsAllOfItWithoutAProblem() {
        assertThat(service.problems()).isEmpty();
        assertThat(service.states())
                .extracting(RepositoryState::subject)
                .containsExactly(
                        "aws_ecr_repository.app",
                        "aws_ecr_repository.service[\"orders\"]",
                        "aws_ecr_repository.service[\"payments\"]",
                        "aws_ecr_repository.shard[0]",
                        "aws_ecr_repository.shard[1]",
                        "aws_ecr_repository.filed",
                        "aws_ecr_repository.abroad",
                        "module.batch.aws_ecr_repository.this",
                        "aws_ecr_repository_creation_template.new");
    }

    @Test
    void fillsInLocalsVariablesAndTfvars() {
        RepositoryState app = state(service, "aws_ecr_repository.app");

        assertThat(app.repository()).isEqualTo("prod/orders/app");
        assertThat(app.at()).isEqualTo(MAIN + "41");
    }

    @Test
    void readsBlocksAndDynamicBlocksAlike() {
        RepositoryState app = state(service, "aws_ecr_repository.app");

        assertThat(seen(app.tags()))
                .isEqualTo(new TagMutability(true, List.of("latest", "dev-*", "pr-*"), "IMMUTABLE_WITH_EXCLUSION"));
        assertThat(at(app.tags())).isEqualTo(MAIN + "43");
    }

    @Test
    void takesAKeyThatIsYetToBeMadeForTheCustomers() {
        Encryption encryption = seen(state(service, "aws_ecr_repository.app").encryption());

        assertThat(encryption).isEqualTo(new Encryption(Encryption.Keeper.CUSTOMER, "aws_kms_key.images", "KMS"));
    }

    @Test
    void worksOutAPolicyThatIsEncodedFromLocals() {
        RepositoryState app = state(service, "aws_ecr_repository.app");

        assertThat(seen(app.lifecycle()))
                .isEqualTo(new Lifecycle.Policy(
                        "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"untagged\","
                                + "\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},"
                                + "\"action\":{\"type\":\"expire\"}}]}",
                        false));
        assertThat(at(app.lifecycle())).isEqualTo(MAIN + "78");
    }

    @Test
    void readsAPolicyDocumentOfWhichOnlyTheAccountIsUnknown() {
        Exposure exposure = seen(state(service, "aws_ecr_repository.app").exposure());

        assertThat(exposure)
                .isEqualTo(new Exposure(
                        Exposure.Reach.NAMED_PRINCIPALS, List.of("Allow ecr:BatchGetImage to arn:aws:iam::…:root")));
    }

    @Test
    void makesARepositoryForEachKey() {
        RepositoryState orders = state(service, "aws_ecr_repository.service[\"orders\"]");
        RepositoryState payments = state(service, "aws_ecr_repository.service[\"payments\"]");

        assertThat(orders.repository()).isEqualTo("prod/orders/orders");
        assertThat(seen(orders.tags()).immutable()).isTrue();
        assertThat(payments.repository()).isEqualTo("prod/orders/payments");
        assertThat(seen(payments.tags()).immutable()).isFalse();
    }

    @Test
    void findsThePolicyOfEachByWhatItRefersTo() {
        RepositoryState payments = state(service, "aws_ecr_repository.service[\"payments\"]");

        assertThat(seen(payments.lifecycle()))
                .isEqualTo(new Lifecycle.Policy(
                        "{\"rules\":[{\"rulePriority\":1,\"description\":\"Keep the last releases\","
                                + "\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"v*\"],"
                                + "\"countType\":\"imageCountMoreThan\",\"countNumber\":20},"
                                + "\"action\":{\"type\":\"expire\"}}]}",
                        false));
    }

    @Test
    void countsAndFillsInAHeredoc() {
        RepositoryState second = state(service, "aws_ecr_repository.shard[1]");

        assertThat(second.repository()).isEqualTo("shard-1");
        assertThat(seen(second.lifecycle()))
                .isInstanceOfSatisfying(
                        Lifecycle.Policy.class,
                        policy -> assertThat(policy.document())
                                .startsWith("{\n  \"rules\": [\n")
                                .contains("\"countNumber\": 70}"));
        assertThat(at(second.lifecycle())).isEqualTo(MAIN + "138");
    }

    @Test
    void readsAPolicyThatIsAFileOfItsOwn() {
        Setting<Lifecycle> filed = state(service, "aws_ecr_repository.filed").lifecycle();

        assertThat(seen(filed))
                .isInstanceOfSatisfying(
                        Lifecycle.Policy.class,
                        policy -> assertThat(policy.document()).contains("\"rulePriority\": 9"));
    }

    @Test
    void followsAModuleInAndOut() {
        RepositoryState batch = state(service, "module.batch.aws_ecr_repository.this");

        assertThat(batch.repository()).isEqualTo("prod/orders/batch");
        assertThat(batch.at()).isEqualTo("terraform/service/modules/repository/main.tf:13");
        assertThat(seen(batch.tags()).said()).isEqualTo("IMMUTABLE");
        assertThat(seen(batch.lifecycle())).isInstanceOf(Lifecycle.Policy.class);
    }

    @Test
    void letsTheRegistrysStrongestRuleDecideScanning() {
        assertThat(seen(state(service, "aws_ecr_repository.app").scanning()))
                .extracting(Scanning::mode, Scanning::said)
                .containsExactly(Scanning.Mode.CONTINUOUS, "ENHANCED, CONTINUOUS_SCAN");
        assertThat(seen(state(service, "aws_ecr_repository.filed").scanning()))
                .extracting(Scanning::mode, Scanning::said)
                .containsExactly(Scanning.Mode.ON_PUSH, "ENHANCED, SCAN_ON_PUSH");
    }

    @Test
    void appliesARegistrysScanningToItsOwnRegionOnly() {
        assertThat(seen(state(service, "aws_ecr_repository.abroad").scanning()).mode())
                .isEqualTo(Scanning.Mode.OFF);
    }

    @Test
    void findsTheTemplateOfARepositoryThatAPushMakes() {
        assertThat(service.governing(image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/incoming/x:1")))
                .extracting(RepositoryState::subject)
                .containsExactly("aws_ecr_repository_creation_template.new");
    }
}
