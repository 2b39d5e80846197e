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

/** What belongs to a repository may be applied from another root module than the repository itself. */
class SeveralStacksTest {
    private static final String REPOSITORY = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"app\"",
                "data.aws_ecr_repository.app.name",
                "data.terraform_remote_state.registry.outputs.name",
                "var.repository"
            })
    void aPolicyThatAnotherStackSetsByNameMayBeThisRepositorys(String name) {
        write(folder, "registry/main.tf", REPOSITORY);
        Declared declared = declared(folder, "cleanup/main.tf", """
            variable "repository" {}
            data "aws_ecr_repository" "app" {
              name = "app"
            }
            data "terraform_remote_state" "registry" {
              backend = "s3"
            }
            resource "aws_ecr_lifecycle_policy" "app" {
              repository = %s
              policy     = jsonencode({ rules = [] })
            }
            resource "aws_ecr_repository_policy" "app" {
              repository = %s
              policy     = jsonencode({ Statement = [] })
            }
            """.formatted(name, name));

        assertThat(unseen(state(declared, "aws_ecr_repository.app").lifecycle()))
                .isEqualTo("aws_ecr_lifecycle_policy.app may or may not set it for this repository"
                        + " (cleanup/main.tf:8)");
        assertThat(unseen(state(declared, "aws_ecr_repository.app").exposure()))
                .isEqualTo("aws_ecr_repository_policy.app may or may not set it for this repository"
                        + " (cleanup/main.tf:12)");
    }

    @Test
    void aPolicyForAnotherNameOrForWhatItsOwnStackMakesIsNotThisRepositorys() {
        write(folder, "registry/main.tf", REPOSITORY);
        Declared declared = declared(folder, "other/main.tf", """
            resource "aws_ecr_repository" "other" {
              count = 2
              name  = "app"
            }
            resource "aws_ecr_lifecycle_policy" "other" {
              count      = 2
              repository = aws_ecr_repository.other[count.index].name
              policy     = jsonencode({ rules = [] })
            }
            resource "aws_ecr_lifecycle_policy" "third" {
              repository = "third"
              policy     = jsonencode({ rules = [] })
            }
            """);

        assertThat(seen(state(declared, "aws_ecr_repository.app").lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void aPolicyByNameIsForTheRepositoryOfItsOwnStackWhereThatIsCalledTheSame() {
        write(folder, "prod/main.tf", REPOSITORY.replace("\"app\" {", "\"prod\" {"));
        Declared declared = declared(
                folder,
                "dev/main.tf",
                REPOSITORY + "resource \"aws_ecr_lifecycle_policy\" \"app\" {\n  repository = \"app\"\n"
                        + "  policy     = \"{}\"\n}\n");

        assertThat(seen(state(declared, "aws_ecr_repository.prod").lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(seen(state(declared, "aws_ecr_repository.app").lifecycle()))
                .isEqualTo(new Lifecycle.Policy("{}", false));
    }

    @Test
    void aPolicyOfAnotherRegionIsNotThisRepositorys() {
        write(folder, "registry/main.tf", REPOSITORY.replace("{\n", "{\n  region = \"eu-west-1\"\n"));
        Declared declared = declared(folder, "cleanup/main.tf", """
            resource "aws_ecr_lifecycle_policy" "app" {
              region     = "us-east-1"
              repository = "app"
              policy     = jsonencode({ rules = [] })
            }
            """);

        assertThat(seen(state(declared, "aws_ecr_repository.app").lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void whoReachesARepositoryOfGooglesMayBeSetByAnotherStack() {
        write(folder, "registry/main.tf", """
            resource "google_artifact_registry_repository" "app" {
              repository_id = "app"
              format        = "DOCKER"
            }
            """);
        Declared declared = declared(folder, "access/main.tf", """
            resource "google_artifact_registry_repository_iam_member" "all" {
              repository = "projects/acme/locations/europe/repositories/app"
              role       = "roles/artifactregistry.reader"
              member     = "allUsers"
            }
            """);

        assertThat(unseen(state(declared, "google_artifact_registry_repository.app")
                        .exposure()))
                .isEqualTo("google_artifact_registry_repository_iam_member.all may or may not be about this"
                        + " repository (access/main.tf:1)");
    }

    @Test
    void aPurgeOfAnotherStackMayBeThisRegistrys() {
        write(folder, "registry/main.tf", """
            resource "azurerm_container_registry" "app" {
              name = "app"
              sku  = "Premium"
            }
            """);
        Declared declared = declared(folder, "cleanup/main.tf", """
            data "azurerm_container_registry" "app" {
              name = "app"
            }
            resource "azurerm_container_registry_task" "purge" {
              name                  = "purge"
              container_registry_id = data.azurerm_container_registry.app.id
              encoded_step {
                task_content = "steps:\\n  - cmd: acr purge --filter '.*:.*' --ago 30d\\n"
              }
              timer_trigger {
                name     = "nightly"
                schedule = "0 1 * * *"
              }
            }
            """);

        assertThat(unseen(state(declared, "azurerm_container_registry.app").lifecycle()))
                .isEqualTo("azurerm_container_registry_task.purge may or may not be a task of this registry"
                        + " (cleanup/main.tf:4)");
    }
}
