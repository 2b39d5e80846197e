package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.rules.Judgement;
import io.github.registrymaven.policy.rules.Outcome;
import io.github.registrymaven.policy.rules.PolicyLevel;
import io.github.registrymaven.policy.rules.StateRules;
import io.github.registrymaven.policy.rules.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each environment has its own account or region, and in all of them repositories are called the same. */
class NamesakesTest {
    private static final String IMAGE = "222222222222.dkr.ecr.eu-west-1.amazonaws.com/app:1.0";
    private static final String REPOSITORY = """
        resource "aws_ecr_repository" "app" {
          name                 = "app"
          image_tag_mutability = "%s"
        }
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void production() {
        write(folder, "prod/main.tf", REPOSITORY.formatted("IMMUTABLE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider \"aws\" {\n  region = \"us-east-1\"\n}\n",
                "provider \"aws\" {\n  region = local.there\n}\nlocals {\n  there = \"us-east-1\"\n}\n",
                "provider \"aws\" {\n  allowed_account_ids = [\"111111111111\"]\n}\n",
                "provider \"aws\" {\n  assume_role {\n    role_arn = \"arn:aws:iam::111111111111:role/ci\"\n  }\n}\n"
            })
    void whatGoesToAnotherPlaceDoesNotGovern(String provider) {
        write(folder, "dev/main.tf", provider + REPOSITORY.formatted("MUTABLE"));

        assertThat(governing()).extracting(RepositoryState::at).containsExactly("prod/main.tf:1");
    }

    @Test
    void aRegionThatIsGivenByTfvarsIsCertain() {
        write(folder, "dev/terraform.tfvars", "region = \"us-east-1\"\n");
        write(
                folder,
                "dev/main.tf",
                "variable \"region\" {}\nprovider \"aws\" {\n  region = var.region\n}\n"
                        + REPOSITORY.formatted("MUTABLE"));

        assertThat(governing()).extracting(RepositoryState::at).containsExactly("prod/main.tf:1");
    }

    @Test
    void whatNamesAnotherRegionItselfDoesNotGovern() {
        write(folder, "dev/main.tf", REPOSITORY.formatted("MUTABLE").replace("{\n", "{\n  region = \"us-east-1\"\n"));

        assertThat(governing()).extracting(RepositoryState::at).containsExactly("prod/main.tf:1");
    }

    @Test
    void whatIsKnownToGoToThePlaceOfTheImageGovernsAlone() {
        write(
                folder,
                "dev/main.tf",
                "provider \"aws\" {\n  region = \"eu-west-1\"\n  allowed_account_ids = [\"222222222222\"]\n}\n"
                        + REPOSITORY.formatted("MUTABLE"));

        assertThat(governing()).extracting(RepositoryState::at).containsExactly("dev/main.tf:5");
        assertThat(governing())
                .allSatisfy(one -> assertThat(judged(one).outcome()).isEqualTo(Outcome.FAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "variable \"region\" {}\nprovider \"aws\" {\n  region = var.region\n}\n",
                "variable \"region\" {\n  default = \"us-east-1\"\n}\nprovider \"aws\" {\n  region = var.region\n}\n"
            })
    void whereEitherMayBeMeantNeitherBreaksARuleForCertain(String provider) {
        write(folder, "dev/main.tf", provider + REPOSITORY.formatted("MUTABLE"));

        List<Judgement> judgements = governing().stream().map(this::judged).toList();

        assertThat(judgements).extracting(Judgement::outcome).containsExactly(Outcome.UNKNOWN, Outcome.PASS);
        assertThat(judgements.get(0).fact())
                .isEqualTo("lets tags move (MUTABLE), and whether the image goes to it or to aws_ecr_repository.app"
                        + " (prod/main.tf:1) is not known");
    }

    @Test
    void whereAllThatMayBeMeantBreakARuleItIsBroken() {
        write(folder, "dev/main.tf", REPOSITORY.formatted("MUTABLE"));
        write(folder, "prod/main.tf", REPOSITORY.formatted("MUTABLE"));

        assertThat(governing())
                .hasSize(2)
                .allSatisfy(one -> assertThat(judged(one).outcome()).isEqualTo(Outcome.FAIL));
    }

    @Test
    void aModuleThatConfiguresItsOwnProviderMayGoAnywhere() {
        write(folder, "dev/main.tf", """
            provider "aws" {
              region = "us-east-1"
            }
            module "m" {
              source = "./m"
            }
            """);
        write(
                folder,
                "dev/m/main.tf",
                "variable \"region\" {}\nprovider \"aws\" {\n  region = var.region\n}\n"
                        + REPOSITORY.formatted("MUTABLE"));

        assertThat(governing()).hasSize(2);
    }

    @Test
    void theCommunitysModuleGoesToTheRegionThatItIsGiven() {
        write(folder, "dev/main.tf", """
            provider "aws" {
              region = "us-east-1"
            }
            module "here" {
              source          = "terraform-aws-modules/ecr/aws"
              region          = "eu-west-1"
              repository_name = "app"
            }
            module "there" {
              source          = "terraform-aws-modules/ecr/aws"
              repository_name = "app"
            }
            """);

        assertThat(governing())
                .extracting(RepositoryState::subject)
                .containsExactly("module.here", "aws_ecr_repository.app");
    }

    @Test
    void aPlanTellsThePlaceByConstantsOfItsProvider() {
        write(folder, "dev.json", """
            {"format_version": "1.2", "terraform_version": "1.9.8",
             "planned_values": {"root_module": {"resources": [
               {"address": "aws_ecr_repository.dev", "mode": "managed", "type": "aws_ecr_repository",
                "values": {"name": "app"}}]}},
             "configuration": {
               "provider_config": {"aws": {"name": "aws", "expressions": {
                 "access_key": {"constant_value": "none"},
                 "allowed_account_ids": {"constant_value": ["111111111111"]}}}},
               "root_module": {"resources": [
                 {"address": "aws_ecr_repository.dev", "type": "aws_ecr_repository",
                  "provider_config_key": "aws", "expressions": {"name": {"constant_value": "app"}}}]}}}
            """);

        assertThat(governing()).extracting(RepositoryState::at).containsExactly("prod/main.tf:1");
    }

    private List<RepositoryState> governing() {
        return new DeclaredSources(folder).read(List.of(folder)).governing(image(IMAGE));
    }

    private Judgement judged(RepositoryState state) {
        return Objects.requireNonNull(new StateRules().named("requireTagImmutability"))
                .judge(state, Terms.of(PolicyLevel.MINIMUM));
    }
}
