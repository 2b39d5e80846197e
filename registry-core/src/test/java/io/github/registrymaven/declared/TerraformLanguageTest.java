package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static io.github.registrymaven.declared.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Lifecycle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Terraform makes of a whole module. */
class TerraformLanguageTest {
    private static final String APP = "aws_ecr_repository.app";

    @TempDir
    Path folder;

    @Test
    void aHeredocEndsOnlyAtALineThatIsNothingButItsWord() {
        Declared declared = declared(folder, "main.tf", """
            locals {
              script = <<EOF
            cat > x <<-Y
              EOF > /dev/null
            EOF | sh
            EOF, not yet
              EOF
              name = "app"
            }
            resource "aws_ecr_repository" "app" {
              name = "${local.name}-${length(local.script)}"
            }
            """);

        assertThat(declared.problems()).isEmpty();
        assertThat(state(declared, APP).repository()).isEqualTo("app-53");
    }

    @Test
    void aDynamicBlockOfAListIsNumbered() {
        Declared declared = declared(folder, "main.tf", """
            resource "aws_ecr_repository" "app" {
              name = "app"
            }
            resource "aws_ecr_lifecycle_policy" "app" {
              repository = aws_ecr_repository.app.name
              policy     = data.aws_ecr_lifecycle_policy_document.app.json
            }
            data "aws_ecr_lifecycle_policy_document" "app" {
              dynamic "rule" {
                for_each = ["dev", "rc"]
                content {
                  priority = rule.key + 1
                  selection {
                    tag_status      = "tagged"
                    tag_prefix_list = [rule.value]
                    count_type      = "imageCountMoreThan"
                    count_number    = 5
                  }
                }
              }
            }
            """);

        assertThat(((Lifecycle.Policy) seen(state(declared, APP).lifecycle())).document())
                .contains("\"rulePriority\":1", "\"rulePriority\":2");
    }

    @Test
    void anOverrideReplacesBlocksOfItsOwnTypesOnly() {
        write(folder, "main_override.tf", """
            resource "aws_ecr_repository" "app" {
              image_scanning_configuration {
                scan_on_push = true
              }
              dynamic "timeouts" {
                for_each = []
                content {}
              }
            }
            provider "aws" {
              region = "eu-west-1"
            }
            """);
        Declared declared = declared(folder, "main.tf", """
            provider "aws" {
              region = "us-east-1"
            }
            provider "aws" {
              alias  = "other"
              region = "us-west-2"
            }
            resource "aws_ecr_repository" "app" {
              name = "app"
              dynamic "image_scanning_configuration" {
                for_each = [1]
                content {
                  scan_on_push = false
                }
              }
              dynamic "encryption_configuration" {
                for_each = [1]
                content {
                  encryption_type = "KMS"
                }
              }
            }
            """);

        assertThat(seen(state(declared, APP).scanning()).said()).isEqualTo("scan on push");
        assertThat(seen(state(declared, APP).encryption()).keeper()).isEqualTo(Encryption.Keeper.PROVIDER_KMS);
        assertThat(declared.governing(Fixtures.image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1")))
                .hasSize(1);
        assertThat(declared.governing(Fixtures.image("123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[image_tag_mutability]", "[tags, image_tag_mutability[0]]", "[\"image_tag_mutability\"]", "all"
            })
    void whatChangesAreIgnoredOfIsUnknown(String ignored) {
        String code =
                "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n%s  lifecycle {\n    ignore_changes = "
                        + ignored + "\n  }\n}\n";
        for (String mutability : List.of("", "  image_tag_mutability = \"IMMUTABLE\"\n")) {
            Declared declared = declared(folder, "main.tf", code.formatted(mutability));

            assertThat(unseen(state(declared, APP).tags())).startsWith("ignore_changes leaves image_tag_mutability");
            assertThat(state(declared, APP).repository()).isEqualTo("app");
        }
    }

    @Test
    void aPathIsRelativeToTheRootModule() {
        write(folder, "modules/ecr/policy.json", "{}");
        write(folder, "modules/ecr/main.tf", """
            locals {
              policies = path.module
            }
            resource "aws_ecr_repository" "app" {
              name = path.module
            }
            resource "aws_ecr_lifecycle_policy" "app" {
              repository = aws_ecr_repository.app.name
              policy     = file("${local.policies}/policy.json")
            }
            """);
        Declared declared = declared(folder, "main.tf", """
            module "ecr" {
              source = "./modules/ecr"
            }
            resource "aws_ecr_repository" "app" {
              name = "${path.module}${path.root}"
            }
            resource "aws_ecr_repository" "other" {
              name = try(file("${path.cwd}/none"), "other")
            }
            """);

        assertThat(state(declared, "module.ecr." + APP).repository()).isEqualTo("modules/ecr");
        assertThat(seen(state(declared, "module.ecr." + APP).lifecycle())).isEqualTo(new Lifecycle.Policy("{}", false));
        assertThat(state(declared, APP).repository()).isEqualTo("..");
        assertThat(state(declared, "aws_ecr_repository.other").repository()).isNull();
    }

    @Test
    void aProviderOfOpenTofusForEachIsNotTheOneWithoutAnAlias() {
        Declared declared = declared(folder, "main.tofu", """
            provider "aws" {
              region = "eu-west-1"
            }
            provider "aws" {
              alias    = "by_region"
              for_each = toset(["us-east-1"])
              region   = each.value
            }
            resource "aws_ecr_repository" "app" {
              for_each = toset(["us-east-1"])
              provider = aws.by_region[each.value]
              name     = "app"
            }
            resource "aws_ecr_lifecycle_policy" "app" {
              for_each   = toset(["us-east-1"])
              provider   = aws.by_region[each.value]
              repository = "app"
              policy     = "{}"
            }
            """);

        assertThat(declared.governing(Fixtures.image("123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1")))
                .hasSize(1);
        assertThat(seen(declared.states().get(0).lifecycle())).isEqualTo(new Lifecycle.Policy("{}", false));
    }

    @Test
    void whatChangesAreNotIgnoredOfIsAsItIsWritten() {
        Declared declared = declared(folder, "main.tf", """
            resource "aws_ecr_repository" "app" {
              name                 = "app"
              image_tag_mutability = "IMMUTABLE"
              lifecycle {
                prevent_destroy = true
                ignore_changes  = [tags]
              }
            }
            """);

        assertThat(seen(state(declared, APP).tags()).said()).isEqualTo("IMMUTABLE");
    }
}
