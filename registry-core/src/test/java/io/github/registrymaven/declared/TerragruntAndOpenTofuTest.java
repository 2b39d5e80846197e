package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static io.github.registrymaven.declared.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Lifecycle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerragruntAndOpenTofuTest {
    private static final String APP = "aws_ecr_repository.app";
    private static final String MODULE = """
        variable "tags" {
          default = "MUTABLE"
        }
        variable "name" {}
        resource "aws_ecr_repository" "app" {
          name                 = var.name
          image_tag_mutability = var.tags
        }
        """;
    private static final String REPOSITORY = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}\n";
    private static final String POLICY =
            "resource \"aws_ecr_lifecycle_policy\" \"app\" {\n  repository = \"app\"\n  policy = \"{}\"\n}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"live/prod/terragrunt.hcl", "live/terragrunt.stack.hcl", "root.hcl"})
    void aDefaultThatTerragruntMayReplaceIsUnknown(String file) {
        write(folder, file, "inputs = {\n  tags = \"IMMUTABLE\"\n}\n");
        Declared declared = declared(folder, "modules/ecr/main.tf", MODULE);

        assertThat(unseen(state(declared, APP).tags()))
                .isEqualTo("var.tags may be given a value by Terragrunt, as in " + file + " (modules/ecr/main.tf:7)");
        assertThat(state(declared, APP).repository()).isNull();
        assertThat(declared.problems()).isEmpty();
    }

    @Test
    void whatAFileOrAModuleThatCallsItGivesCountsMoreThanTerragrunt() {
        write(folder, "live/terragrunt.hcl", "inputs = {}\n");
        write(folder, "filed/terraform.tfvars", "tags = \"IMMUTABLE\"\n");
        write(folder, "filed/main.tf", MODULE);
        write(folder, "ecr/main.tf", MODULE);
        Declared declared = declared(
                folder,
                "main.tf",
                "module \"ecr\" {\n  source = \"./ecr\"\n  name   = \"app\"\n  tags   = \"MUTABLE\"\n}\n");

        assertThat(seen(state(declared, APP).tags()).said()).isEqualTo("IMMUTABLE");
        assertThat(seen(state(declared, "module.ecr." + APP).tags()).said()).isEqualTo("MUTABLE");
    }

    @Test
    void readsWhatIsOpenTofusOwn() {
        write(folder, "life.tofu", POLICY);
        Declared declared = declared(folder, "main.tf", REPOSITORY);

        assertThat(seen(state(declared, APP).lifecycle())).isEqualTo(new Lifecycle.Policy("{}", false));
    }

    @Test
    void aFileOfOpenTofusTakesThePlaceOfTerraformsOfTheSameName() {
        write(folder, "main.tf", REPOSITORY.replace("app\"\n", "old\"\n"));
        write(folder, "extra_override.tofu", """
            resource "aws_ecr_repository" "app" {
              image_tag_mutability = "IMMUTABLE"
            }
            """);
        Declared declared = declared(folder, "main.tofu", REPOSITORY);

        assertThat(state(declared, APP).repository()).isEqualTo("app");
        assertThat(seen(state(declared, APP).tags()).said()).isEqualTo("IMMUTABLE");
    }

    @Test
    void aFolderWithNothingButFilesOfOpenTofusIsAModule() {
        assertThat(state(declared(folder, "main.tofu", REPOSITORY), APP).repository())
                .isEqualTo("app");
    }

    @Test
    void jsonOfOpenTofusIsAProblemAndMightHaveBeenAnything() {
        write(folder, "life.tofu.json", "{}");
        Declared declared = declared(folder, "main.tofu", REPOSITORY);

        assertThat(unseen(state(declared, APP).lifecycle())).startsWith("life.tofu.json may or may not");
        assertThat(declared.problems())
                .map(Object::toString)
                .containsExactly("life.tofu.json:1: is Terraform in JSON, which is not read: a plan of it as JSON is");
    }
}
