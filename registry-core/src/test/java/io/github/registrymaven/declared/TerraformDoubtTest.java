package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static io.github.registrymaven.declared.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Terraform's text alone does not tell is unknown, and says why; it is never taken for its default. */
class TerraformDoubtTest {
    private static final String REPOSITORY =
            "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n  image_tag_mutability = %s\n}\n";

    @TempDir
    Path folder;

    @Test
    void aVariableWithoutAValueIsUnknown() {
        Declared declared = declared(folder, "main.tf", REPOSITORY.formatted("var.tags") + "variable \"tags\" {}\n");

        assertThat(unseen(state(declared, "aws_ecr_repository.app").tags()))
                .isEqualTo("var.tags has no value here (main.tf:3)");
    }

    @Test
    void aFunctionThatIsNotWorkedOutIsUnknown() {
        Declared declared = declared(folder, "main.tf", REPOSITORY.formatted("upper(uuid())"));

        assertThat(unseen(state(declared, "aws_ecr_repository.app").tags()))
                .isEqualTo("uuid() is not worked out here (main.tf:3)");
    }

    @Test
    void aVariableThatAnotherTfvarsFileMightSetIsUnknownUntilThatFileIsNamed() {
        write(folder, "prod.tfvars", "tags = \"IMMUTABLE\"\n");
        String code = REPOSITORY.formatted("var.tags") + "variable \"tags\" {\n  default = \"MUTABLE\"\n}\n";
        Declared unnamed = declared(folder, "main.tf", code);

        Declared named = new DeclaredSources(folder).read(List.of(folder, Path.of("prod.tfvars")));

        assertThat(unseen(state(unnamed, "aws_ecr_repository.app").tags()))
                .isEqualTo("var.tags depends on whether prod.tfvars is used (main.tf:3)");
        assertThat(seen(state(named, "aws_ecr_repository.app").tags()).said()).isEqualTo("IMMUTABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "infra/envs/prod.tfvars, infra/main.tf, true",
        "infra/envs/prod/terraform.tfvars, infra/main.tf, true",
        "infra/vars/prod.tfvars, infra/ecr/main.tf, true",
        "other/envs/prod.tfvars, infra/main.tf, false"
    })
    void aVariableThatATfvarsFileOfAFolderOfItsOwnMightSetIsUnknown(String file, String module, boolean doubtful) {
        write(folder, file, "tags = \"IMMUTABLE\"\n");
        write(folder, "other/main.tf", "locals {}\n");
        String code = REPOSITORY.formatted("var.tags") + "variable \"tags\" {\n  default = \"MUTABLE\"\n}\n";

        Declared declared = declared(folder, module, code);

        assertThat(state(declared, "aws_ecr_repository.app").tags().toString())
                .contains(doubtful ? "var.tags depends on whether " + file + " is used" : "said=MUTABLE");
    }

    @Test
    void aTfvarsFileOfAnotherFolderThatSaysTheSameLeavesNoDoubt() {
        write(folder, "envs/prod.tfvars", "tags = \"IMMUTABLE\"\n");
        String code = REPOSITORY.formatted("var.tags") + "variable \"tags\" {\n  default = \"IMMUTABLE\"\n}\n";

        Declared declared = declared(folder, "main.tf", code);

        assertThat(seen(state(declared, "aws_ecr_repository.app").tags()).said())
                .isEqualTo("IMMUTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git::https://example.com/infra.git//modules/ecr?ref=v1",
                "git@example.com:org/infra.git//modules/ecr",
                "github.com/org/infra//modules/ecr?ref=v1"
            })
    void aDefaultOfAModuleThatIsCalledThroughItsRepositoryIsUnknown(String source) {
        write(folder, "live/main.tf", "module \"ecr\" {\n  source = \"" + source + "\"\n  tags = \"IMMUTABLE\"\n}\n");
        String code = REPOSITORY.formatted("var.tags") + "variable \"tags\" {\n  default = \"MUTABLE\"\n}\n";

        Declared declared = declared(folder, "modules/ecr/main.tf", code);

        assertThat(unseen(state(declared, "aws_ecr_repository.app").tags()))
                .isEqualTo(
                        "var.tags may be given a value by the module call in live/main.tf:1 (modules/ecr/main.tf:3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | true",
                "provider \"aws\" {} | false",
                "terraform { backend \"s3\" {} } | false",
                "terraform { required_version = \"1\" } | true"
            })
    void aDefaultOfAModuleThatIsOnlyThereToBeCalledIsUnknown(String settings, boolean called) {
        String code = settings + "\nvariable \"name\" {}\nvariable \"tags\" {\n  default = \"MUTABLE\"\n}\n"
                + REPOSITORY.formatted("var.tags");

        assertThat(state(declared(folder, "main.tf", code), "aws_ecr_repository.app")
                        .tags()
                        .toString())
                .contains(
                        called
                                ? "var.tags may be given a value by whoever calls the module, as var.name has no value here"
                                : "said=MUTABLE");
        write(folder, "terraform.tfvars", "name = \"app\"\n");
        assertThat(seen(state(declared(folder, "main.tf", code), "aws_ecr_repository.app")
                                .tags())
                        .said())
                .isEqualTo("MUTABLE");
    }

    @Test
    void localsThatGoRoundInACircleAreAProblemAndUnknown() {
        Declared declared = declared(
                folder,
                "main.tf",
                REPOSITORY.formatted("local.a") + "locals {\n  a = local.b\n  b = \"${local.c}\"\n  c = local.a\n}\n");

        assertThat(unseen(state(declared, "aws_ecr_repository.app").tags()))
                .isEqualTo("local.a refers to itself (main.tf:3)");
        assertThat(declared.problems())
                .map(Object::toString)
                .containsExactly("main.tf:6: local.a refers to itself, directly or through others");
    }

    @Test
    void aRepositoryIsStillJudgedWhereItsNumberIsUnknown() {
        Declared declared = declared(folder, "main.tf", """
            variable "names" {}
            resource "aws_ecr_repository" "app" {
              for_each             = toset(var.names)
              name                 = each.key
              image_tag_mutability = "IMMUTABLE"
            }
            resource "aws_ecr_lifecycle_policy" "app" {
              for_each   = toset(var.names)
              repository = aws_ecr_repository.app[each.key].name
              policy     = "{}"
            }
            """);
        RepositoryState app = state(declared, "aws_ecr_repository.app");

        assertThat(app.repository()).isNull();
        assertThat(seen(app.tags()).immutable()).isTrue();
        assertThat(seen(app.lifecycle())).isEqualTo(new Lifecycle.Policy("{}", false));
    }

    @Test
    void aPolicyOfAnUnknownRepositoryMayBeThisOnes() {
        Declared declared = declared(
                folder,
                "main.tf",
                REPOSITORY.formatted("null")
                        + "resource \"aws_ecr_lifecycle_policy\" \"any\" {\n"
                        + "  repository = var.which\n"
                        + "  policy = \"{}\"\n"
                        + "}\n");

        assertThat(unseen(state(declared, "aws_ecr_repository.app").lifecycle()))
                .isEqualTo("aws_ecr_lifecycle_policy.any may or may not set it for this repository (main.tf:5)");
    }

    @Test
    void aModuleFromElsewhereThatIsGivenTheRepositoryMaySetItsPolicy() {
        Declared declared = declared(
                folder,
                "main.tf",
                REPOSITORY.formatted("null")
                        + "module \"cleanup\" {\n  source = \"git::https://example.com/ecr-cleanup.git\"\n"
                        + "  target = aws_ecr_repository.app.name\n}\n");

        assertThat(unseen(state(declared, "aws_ecr_repository.app").lifecycle()))
                .startsWith("module.cleanup may or may not");
        assertThat(declared.problems())
                .map(Object::toString)
                .containsExactly(
                        "main.tf:5: the module comes from git::https://example.com/ecr-cleanup.git, and is not read");
    }

    @Test
    void theCommunitysModuleTellsWhatItIsGivenAndNoMore() {
        Declared declared = declared(folder, "main.tf", """
            module "ecr" {
              source  = "terraform-aws-modules/ecr/aws"
              version = "~> 2.3"

              repository_name                 = "app"
              repository_image_tag_mutability = "MUTABLE"
              repository_lifecycle_policy     = jsonencode({ rules = [] })
            }
            """);
        RepositoryState app = state(declared, "module.ecr");

        assertThat(app.repository()).isEqualTo("app");
        assertThat(seen(app.tags()).said()).isEqualTo("MUTABLE");
        assertThat(seen(app.lifecycle())).isEqualTo(new Lifecycle.Policy("{\"rules\":[]}", false));
        assertThat(unseen(app.scanning()))
                .isEqualTo("repository_image_scan_on_push is left to the module's own default (main.tf:1)");
        assertThat(unseen(app.exposure())).startsWith("module.ecr may or may not set it");
    }

    @Test
    void theCommunitysModuleTellsWhichTagsAreExcepted() {
        String module = """
            module "ecr" {
              source                          = "terraform-aws-modules/ecr/aws"
              repository_image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
              %s
            }
            """;
        String filter =
                "repository_image_tag_mutability_exclusion_filter = [{ filter = \"*\", filter_type = \"WILDCARD\" }]";
        String repository = "module.ecr";

        Declared given = declared(folder, "main.tf", module.formatted(filter));
        Declared left = declared(folder, "main.tf", module.formatted(""));

        assertThat(seen(state(given, repository).tags()).exceptions()).containsExactly("*");
        assertThat(unseen(state(left, repository).tags()))
                .isEqualTo("a filter of the tags that are excepted is not known (main.tf:1)");
    }

    @Test
    void aPolicyForOneOfSeveralMightBeForEachOfThemAndForNoOther() {
        Declared declared = declared(folder, "main.tf", """
            variable "which" {}
            resource "aws_ecr_repository" "shard" {
              count = 2
              name  = "shard-${count.index}"
            }
            resource "aws_ecr_repository" "app" {
              name = "app"
            }
            resource "aws_ecr_lifecycle_policy" "one" {
              repository = aws_ecr_repository.shard[var.which].name
              policy     = jsonencode({ rules = [] })
            }
            resource "aws_ecr_lifecycle_policy" "second" {
              repository = aws_ecr_repository.shard[1].name
              policy     = jsonencode({ rules = [] })
            }
            """);

        assertThat(unseen(state(declared, "aws_ecr_repository.shard[0]").lifecycle()))
                .isEqualTo("aws_ecr_lifecycle_policy.one may or may not set it for this repository (main.tf:9)");
        assertThat(seen(state(declared, "aws_ecr_repository.shard[1]").lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{\"rules\":[]}", false));
        assertThat(seen(state(declared, "aws_ecr_repository.app").lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void aBrokenFileIsAProblemAndItsContentMightHaveBeenAnything() {
        write(folder, "broken.tf", "resource \"aws_ecr_lifecycle_policy\" \"app\" {\n  policy = [\n}\n");
        Declared declared = declared(folder, "main.tf", REPOSITORY.formatted("\"IMMUTABLE\""));
        RepositoryState app = state(declared, "aws_ecr_repository.app");

        assertThat(declared.problems())
                .map(Object::toString)
                .containsExactly("broken.tf:3: expected a value, but found '}'");
        assertThat(seen(app.tags()).immutable()).isTrue();
        assertThat(unseen(app.lifecycle())).startsWith("broken.tf may or may not");
    }

    @Test
    void everyUnknownInAPolicyMakesItUnknownButNotWhoIsLetIn() {
        Declared declared = declared(folder, "main.tf", REPOSITORY.formatted("null") + """
            resource "aws_ecr_repository_policy" "app" {
              repository = "app"
              policy     = <<EOF
            {"Statement": [
              {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::${var.account}:root"}, "Action": "ecr:*"},
              {"Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage"}]}
            EOF
            }
            resource "aws_ecr_lifecycle_policy" "app" {
              repository = "app"
              policy     = jsonencode({ rules = [{ rulePriority = var.priority }] })
            }
            """);
        RepositoryState app = state(declared, "aws_ecr_repository.app");

        assertThat(seen(app.exposure()))
                .isEqualTo(new Exposure(Exposure.Reach.ANY_ACCOUNT, List.of("Allow ecr:BatchGetImage to *")));
        assertThat(unseen(app.lifecycle())).startsWith("var.priority is not declared");
    }

    @Test
    void aModuleOutsideOfWhatWasGivenIsNotRead() throws IOException {
        write(folder, "shared/main.tf", REPOSITORY.formatted("\"IMMUTABLE\""));
        write(folder, "stack/main.tf", "module \"shared\" {\n  source = \"../shared\"\n}\n");

        Declared declared = new DeclaredSources(folder).read(List.of(folder.resolve("stack")));

        assertThat(declared.states()).isEmpty();
        assertThat(declared.problems())
                .map(Object::toString)
                .containsExactly(
                        "stack/main.tf:1: the folder ../shared is not there, or lies outside of what was given");
    }

    @Test
    void linksInALoopAndLinksThatLeadOutAreNotFollowed() throws IOException {
        Path given = Files.createDirectories(folder.resolve("given"));
        write(given, "main.tf", REPOSITORY.formatted("file(\"secret\")"));
        write(folder, "outside/secret", "IMMUTABLE");
        Files.createSymbolicLink(given.resolve("loop"), given);
        Files.createSymbolicLink(given.resolve("nowhere"), given.resolve("nowhere"));
        Files.createSymbolicLink(given.resolve("secret"), folder.resolve("outside/secret"));
        Files.createSymbolicLink(given.resolve("out"), folder.resolve("outside"));

        Declared declared = new DeclaredSources(folder).read(List.of(given));

        assertThat(unseen(state(declared, "aws_ecr_repository.app").tags()))
                .isEqualTo("the file of file() is not there, or lies outside of what was given (given/main.tf:3)");
        assertThat(declared.problems())
                .map(Object::toString)
                .containsExactly("given/out: is a link that leads out of given, and is not followed");
    }

    @Test
    void whatComesBehindMoreResourcesThanAreReadMayBeThereAllTheSame() {
        String many =
                "resource \"aws_ecr_repository\" \"%s\" {\n  count = 10000\n  name  = \"%1$s-${count.index}\"\n}\n";
        write(folder, "main.tf", REPOSITORY.formatted("null") + many.formatted("a") + many.formatted("b"));
        write(
                folder,
                "policy.tf",
                "resource \"aws_ecr_lifecycle_policy\" \"app\" {\n  repository = \"app\"\n  policy = \"{}\"\n}\n");

        Declared declared = new DeclaredSources(folder).read(List.of(folder));

        assertThat(unseen(state(declared, "aws_ecr_repository.app").lifecycle()))
                .contains("main.tf");
        assertThat(declared.problems())
                .map(Object::toString)
                .containsExactly("main.tf:9: makes more than 20000 resources, and the rest of them is not judged");
    }

    @Test
    void modulesThatCallEachOtherWithoutEndAreAProblem() {
        write(folder, "a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n");
        write(folder, "b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\n");

        assertThat(declared(folder, "c/main.tf", REPOSITORY.formatted("null")).problems())
                .map(Object::toString)
                .allSatisfy(problem -> assertThat(problem).endsWith("modules call each other more than 30 deep"));
    }

    @Test
    void anExpressionThatGrowsWithoutBoundIsUnknown() {
        StringBuilder code = new StringBuilder(REPOSITORY.formatted("local.a59") + "locals {\n  a0 = \"xxxxxxxx\"\n");
        for (int i = 1; i < 60; i++) {
            code.append("  a%d = \"${local.a%d}${local.a%d}\"\n".formatted(i, i - 1, i - 1));
        }

        assertThat(unseen(state(declared(folder, "main.tf", code + "}\n"), "aws_ecr_repository.app")
                        .tags()))
                .startsWith("it is longer than 1000000 characters");
    }
}
