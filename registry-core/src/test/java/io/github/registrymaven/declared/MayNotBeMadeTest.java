package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.StateRules;
import io.github.registrymaven.policy.rules.Terms;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made only under a condition that is not known is neither there nor missing. */
class MayNotBeMadeTest {
    private static final String POLICY_BY_VARIABLE = """
        variable "enable" {}
        variable "create" {}
        resource "aws_ecr_repository" "app" {
          %s
          name = "app"
        }
        resource "aws_ecr_lifecycle_policy" "app" {
          %s
          repository = %s
          policy     = jsonencode({ rules = [] })
        }
        """;

    @TempDir
    Path folder;

    @Test
    void aPolicyOfUnknownNumberMayOrMayNotBeThere() {
        Declared declared = declared(
                folder,
                "main.tf",
                POLICY_BY_VARIABLE.formatted("", "count = var.enable ? 1 : 0", "aws_ecr_repository.app.name"));

        assertThat(unseen(state(declared, "aws_ecr_repository.app").lifecycle()))
                .isEqualTo("aws_ecr_lifecycle_policy.app may or may not set it for this repository (main.tf:7)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count = var.create ? 1 : 0", "for_each = aws_ecr_repository.app"})
    void aPolicyThatIsMadeWheneverItsRepositoryIsBelongsToIt(String many) {
        String name = many.startsWith("count") ? "aws_ecr_repository.app[0].name" : "each.value.name";
        Declared declared =
                declared(folder, "main.tf", POLICY_BY_VARIABLE.formatted("count = var.create ? 1 : 0", many, name));

        assertThat(seen(state(declared, "aws_ecr_repository.app").lifecycle())).isInstanceOf(Lifecycle.Policy.class);
    }

    @Test
    void conditionsAreAlikeWhereTheirListsAre() {
        String many = "for_each = var.create ? toset(var.enable) : [\"x\", { a = 1 }]";
        Declared declared = declared(
                folder, "main.tf", POLICY_BY_VARIABLE.formatted(many, many, "aws_ecr_repository.app[each.value].name"));

        assertThat(seen(state(declared, "aws_ecr_repository.app").lifecycle())).isInstanceOf(Lifecycle.Policy.class);
    }

    @Test
    void aPolicyThatAsksForMoreThanItsRepositoryMayOrMayNotBeThere() {
        Declared declared = declared(
                folder,
                "main.tf",
                POLICY_BY_VARIABLE.formatted(
                        "count = var.create ? 1 : 0",
                        "count = var.create && var.enable ? 1 : 0",
                        "aws_ecr_repository.app[0].name"));

        assertThat(unseen(state(declared, "aws_ecr_repository.app").lifecycle()))
                .startsWith("aws_ecr_lifecycle_policy.app may or may not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count = var.create ? 1 : 0", "for_each = toset(var.create)"})
    void aRepositoryOfUnknownNumberBreaksNoRuleForCertain(String many) {
        Declared declared = declared(folder, "main.tf", """
            variable "create" {}
            resource "aws_ecr_repository" "app" {
              %s
              name                 = "app"
              image_tag_mutability = "MUTABLE"
              encryption_configuration {
                encryption_type = "KMS"
              }
            }
            """.formatted(many));
        RepositoryState app = state(declared, "aws_ecr_repository.app");

        Judgement tags = judged("requireTagImmutability", app);

        assertThat(tags.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(tags.message())
                .isEqualTo("aws_ecr_repository.app lets tags move in general (MUTABLE), if it is made at all:"
                        + " var.create has no value here (main.tf:3)");
        assertThat(judged("requireRegistryEncryption", app).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aModuleOfUnknownNumberMakesNothingForCertain() {
        Fixtures.write(folder, "inner/main.tf", "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}\n");
        Declared declared = declared(
                folder,
                "main.tf",
                "variable \"create\" {}\nmodule \"m\" {\n  source = \"./inner\"\n  count  = var.create ? 1 : 0\n}\n");

        assertThat(state(declared, "module.m.aws_ecr_repository.app").doubt())
                .isEqualTo("var.create has no value here (main.tf:4)");
    }

    @Test
    void anApiThatMayNotBeEnabledScansNothingForCertain() {
        Declared declared = declared(folder, "main.tf", """
            variable "scan" {}
            resource "google_artifact_registry_repository" "app" {
              repository_id = "app"
              format        = "DOCKER"
            }
            resource "google_project_service" "scanning" {
              count   = var.scan ? 1 : 0
              service = "containerscanning.googleapis.com"
            }
            """);

        assertThat(unseen(state(declared, "google_artifact_registry_repository.app")
                        .scanning()))
                .startsWith("it is inherited");
    }

    @Test
    void aConditionOfATemplateThatIsNotKnownLeavesItOpen() {
        Declared declared = declared(folder, "stack.yaml", """
            Parameters:
              Create: {Type: String}
            Conditions:
              Wanted: !Equals [!Ref Create, "yes"]
            Resources:
              App:
                Type: AWS::ECR::Repository
                Condition: Wanted
            """);

        assertThat(state(declared, "App").doubt())
                .isEqualTo("whether the condition Wanted holds is not known (stack.yaml:8)");
    }

    @Test
    void aConditionOfBicepAndOfArmThatIsNotKnownLeavesItOpen() {
        Fixtures.write(folder, "main.bicep", """
            param create bool
            resource app 'Microsoft.ContainerRegistry/registries@2023-07-01' = if (create) {
              name: 'app'
              sku: {name: 'Premium'}
            }
            """);
        Declared declared = declared(folder, "azuredeploy.json", """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "parameters": {"create": {"type": "bool"}},
             "resources": [{
               "type": "Microsoft.ContainerRegistry/registries",
               "condition": "[parameters('create')]",
               "name": "other",
               "sku": {"name": "Premium"}}]}
            """);

        assertThat(state(declared, "app").doubt()).isEqualTo("the parameter create has no default (main.bicep:2)");
        assertThat(state(declared, "Microsoft.ContainerRegistry/registries/other")
                        .doubt())
                .endsWith("(azuredeploy.json:5)");
    }

    private static Judgement judged(String rule, RepositoryState state) {
        return Objects.requireNonNull(new StateRules().named(rule)).judge(state, Terms.of(PolicyLevel.GOOD));
    }
}
