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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository whose name the files do not tell may be that of an image, and may not. */
class NamelessTest {
    private static final String ECR = "222222222222.dkr.ecr.eu-west-1.amazonaws.com/app:1.0";
    private static final String OF_A_VARIABLE = """
        variable "name" {}
        resource "aws_ecr_repository" "app" {
          name = var.name
        }
        """;

    @TempDir
    Path folder;

    @Test
    void whatMayBeItsOwnIsUnknownWhateverIsSetThere() {
        write(folder, "main.tf", OF_A_VARIABLE);

        List<Judgement> judgements = governing(ECR).stream()
                .flatMap(state ->
                        new StateRules().all().stream().map(rule -> rule.judge(state, Terms.of(PolicyLevel.STRICT))))
                .toList();

        assertThat(judgements)
                .extracting(Judgement::outcome)
                .contains(Outcome.UNKNOWN)
                .doesNotContain(Outcome.PASS, Outcome.FAIL);
        assertThat(judgements)
                .filteredOn(judgement -> judgement.rule().equals("requireTagImmutability"))
                .extracting(Judgement::message)
                .first()
                .asString()
                .contains(
                        "aws_ecr_repository.app",
                        "whether the image goes there is not known, as its name is not: var.name");
    }

    @Test
    void severalAreSaidInOneSentence() {
        write(
                folder,
                "main.tf",
                OF_A_VARIABLE
                        + OF_A_VARIABLE.replace("variable \"name\" {}", "").replace("\"app\"", "\"web\""));

        assertThat(governing(ECR))
                .singleElement()
                .satisfies(state ->
                        assertThat(state.tags().toString()).contains("as its name is not, nor are those of 1 more"));
    }

    @Test
    void oneThatIsCalledSoIsItsOwn() {
        write(folder, "main.tf", OF_A_VARIABLE + "resource \"aws_ecr_repository\" \"other\" {\n  name = \"app\"\n}\n");

        assertThat(governing(ECR)).extracting(RepositoryState::subject).containsExactly("aws_ecr_repository.other");
    }

    @Test
    void oneInAnotherRegionIsNot() {
        write(folder, "main.tf", "provider \"aws\" {\n  region = \"us-east-1\"\n}\n" + OF_A_VARIABLE);

        assertThat(governing(ECR)).isEmpty();
    }

    @Test
    void oneOfAnotherCloudIsNot() {
        write(folder, "main.tf", OF_A_VARIABLE);

        assertThat(governing("acme.azurecr.io/app:1.0")).isEmpty();
    }

    @Test
    void aStacksNameIsNotInItsTemplate() {
        write(folder, "ecr.yaml", template("RepositoryName: !Sub '${AWS::StackName}-app'"));

        assertThat(governing(ECR)).extracting(RepositoryState::subject).containsExactly("App");
    }

    @Test
    void aNameThatIsMadeUpWhenItIsMadeIsNobodysImageYet() {
        write(folder, "ecr.yaml", template("ImageTagMutability: MUTABLE"));

        assertThat(governing(ECR)).isEmpty();
    }

    @Test
    void aRegistryOfAzureAndARepositoryOfGoogleMayBeItsOwnAsWell() {
        write(folder, "main.tf", """
            variable "name" {}
            resource "azurerm_container_registry" "acr" {
              name = var.name
              sku  = "Basic"
            }
            resource "google_artifact_registry_repository" "images" {
              repository_id = var.name
              project       = "acme"
              location      = "europe-west1"
              format        = "DOCKER"
            }
            """);

        assertThat(governing("acme.azurecr.io/app:1.0"))
                .extracting(RepositoryState::subject)
                .containsExactly("azurerm_container_registry.acr");
        assertThat(governing("europe-west1-docker.pkg.dev/acme/images/app:1.0"))
                .extracting(RepositoryState::subject)
                .containsExactly("google_artifact_registry_repository.images");
        assertThat(governing("europe-west1-docker.pkg.dev/another/images/app:1.0"))
                .isEmpty();
    }

    private static String template(String property) {
        return "Resources:\n  App:\n    Type: AWS::ECR::Repository\n    Properties:\n      " + property + "\n";
    }

    private List<RepositoryState> governing(String image) {
        return new DeclaredSources(folder).read(List.of(folder)).governing(image(image));
    }
}
