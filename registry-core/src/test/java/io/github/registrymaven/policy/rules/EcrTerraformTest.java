package io.github.registrymaven.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.diagnosis.Remedy;
import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import org.junit.jupiter.api.Test;

final class EcrTerraformTest {
    private static final String UNTAGGED_ONLY =
            "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"imageCountMoreThan\","
                    + "\"countNumber\":3},\"action\":{\"type\":\"expire\"}}]}";

    @Test
    void aCallOfTheCommunitysModuleIsChangedInItsOwnWords() {
        States call = States.ecr()
                .declared("module.ecr[\"team/app\"]", "infra/main.tf:3")
                .tags(false, "MUTABLE")
                .scanned(Scanning.Mode.OFF, "scan on push is false")
                .encrypted(Encryption.Keeper.PROVIDER, "AES256")
                .noPolicy();

        assertThat(change(call, "requireTagImmutability"))
                .isEqualTo("repository_image_tag_mutability = \"IMMUTABLE\"\n");
        assertThat(change(call, "requireImageScanning")).isEqualTo("repository_image_scan_on_push = true\n");
        assertThat(change(call, "requireRegistryEncryption"))
                .isEqualTo("repository_encryption_type = \"KMS\"\nrepository_kms_key         = aws_kms_key.KEY.arn\n");
        assertThat(change(call, "requireLifecyclePolicy"))
                .startsWith("repository_lifecycle_policy = <<-EOT\n  {\n")
                .endsWith("  }\nEOT\n");
    }

    @Test
    void aTemplateHasItsPolicyInItself() {
        assertThat(change(
                        policyless("aws_ecr_repository_creation_template.apps").template(), "requireLifecyclePolicy"))
                .startsWith("lifecycle_policy = <<-EOT\n");
    }

    @Test
    void aNewPolicyIsForAsManyRepositoriesAsThereAre() {
        assertThat(change(policyless("module.shop.aws_ecr_repository.this[\"api\"]"), "requireLifecyclePolicy"))
                .startsWith("""
                        resource "aws_ecr_lifecycle_policy" "this" {
                          for_each   = aws_ecr_repository.this
                          repository = each.value.name
                          policy     = <<-EOT
                            {
                        """)
                .endsWith("    }\n  EOT\n}\n");
        assertThat(change(policyless("aws_ecr_repository.app[0]"), "requireLifecyclePolicy"))
                .startsWith("""
                        resource "aws_ecr_lifecycle_policy" "app" {
                          count      = length(aws_ecr_repository.app)
                          repository = aws_ecr_repository.app[count.index].name
                        """);
        assertThat(change(policyless("aws_ecr_repository.app"), "requireLifecyclePolicy"))
                .startsWith("""
                        resource "aws_ecr_lifecycle_policy" "app" {
                          repository = aws_ecr_repository.app.name
                        """);
    }

    @Test
    void aPolicyThatIsThereIsChangedWhereItStandsAsARepositoryHasOnlyOne() {
        Remedy.File change = file(
                States.ecr()
                        .declared("aws_ecr_repository.app", "infra/main.tf:3")
                        .lifecycle(
                                new Setting.Seen<>(new Lifecycle.Policy(UNTAGGED_ONLY, false), "infra/policies.tf:8")),
                "requireLifecyclePolicy");

        assertThat(change.name()).isEqualTo("infra/policies.tf");
        assertThat(change.content()).startsWith("policy = <<-EOT\n");
    }

    private static States policyless(String subject) {
        return States.ecr().declared(subject, "infra/main.tf:3").noPolicy();
    }

    private static String change(States states, String rule) {
        return file(states, rule).content();
    }

    private static Remedy.File file(States states, String rule) {
        return states.judged(rule, PolicyLevel.GOOD).remedies().get(0).files().get(0);
    }
}
