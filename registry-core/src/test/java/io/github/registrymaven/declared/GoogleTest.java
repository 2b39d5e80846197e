package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.at;
import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.read;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import io.github.registrymaven.policy.Scanning;
import io.github.registrymaven.policy.Setting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleTest {
    private static final String NAME = "google_artifact_registry_repository.";

    private final Declared declared = read("google");

    @Test
    void readsRepositoriesOfImagesAndNoOthers() {
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.states())
                .extracting(RepositoryState::subject)
                .containsExactly(
                        NAME + "images",
                        NAME + "internal",
                        NAME + "shared",
                        NAME + "cache",
                        "google_container_registry.old");
    }

    @Test
    void writesCleanupPoliciesAsTheApiTakesThem() {
        RepositoryState images = state(declared, NAME + "images");

        assertThat(seen(images.lifecycle()))
                .isEqualTo(new Lifecycle.Policy(
                        "{\"delete-untagged\":{\"action\":\"DELETE\",\"condition\":"
                                + "{\"tagState\":\"UNTAGGED\",\"olderThan\":\"14d\"}},"
                                + "\"keep-newest\":{\"action\":\"KEEP\",\"mostRecentVersions\":"
                                + "{\"packageNamePrefixes\":[\"orders\"],\"keepCount\":10}}}",
                        false));
        assertThat(at(images.lifecycle())).isEqualTo("google/main.tf:23");
        assertThat(seen(state(declared, NAME + "internal").lifecycle())).isEqualTo(new Lifecycle.Absent());
    }

    @Test
    void readsImmutableTagsAndTheCustomersKey() {
        RepositoryState images = state(declared, NAME + "images");

        assertThat(seen(images.tags()).immutable()).isTrue();
        assertThat(seen(images.encryption()))
                .isEqualTo(new Encryption(Encryption.Keeper.CUSTOMER, "google_kms_crypto_key.images", "kms_key_name"));
        assertThat(seen(state(declared, NAME + "internal").tags()).immutable()).isFalse();
    }

    @Test
    void takesScanningThatIsInheritedForOnWhereItsApiIsEnabled() {
        assertThat(seen(state(declared, NAME + "images").scanning()).mode()).isEqualTo(Scanning.Mode.CONTINUOUS);
        assertThat(seen(state(declared, NAME + "internal").scanning()).mode()).isEqualTo(Scanning.Mode.OFF);
    }

    @Test
    void findsEverybodyAmongMembersBindingsAndPolicies() {
        assertThat(seen(state(declared, NAME + "images").exposure()))
                .isEqualTo(
                        new Exposure(Exposure.Reach.ANONYMOUS, List.of("allUsers has roles/artifactregistry.reader")));
        assertThat(seen(state(declared, NAME + "internal").exposure()).reach())
                .isEqualTo(Exposure.Reach.NAMED_PRINCIPALS);
        assertThat(seen(state(declared, NAME + "shared").exposure()).reach()).isEqualTo(Exposure.Reach.ANY_ACCOUNT);
    }

    @Test
    void whoeverIsAServiceAccountIsNotEverybodyHoweverManyThereAre(@TempDir Path folder) {
        String text = """
            resource "google_artifact_registry_repository" "app" {
              repository_id = "app"
              location      = "europe-west1"
              format        = "DOCKER"
            }
            resource "google_artifact_registry_repository_iam_member" "readers" {
              for_each   = toset(var.readers)
              repository = google_artifact_registry_repository.app.name
              location   = "europe-west1"
              role       = "roles/artifactregistry.reader"
              member     = "%s${each.key}"
            }
            """;

        assertThat(seen(declared(folder, "main.tf", text.formatted("serviceAccount:"))
                                .states()
                                .get(0)
                                .exposure())
                        .reach())
                .isEqualTo(Exposure.Reach.NAMED_PRINCIPALS);
        assertThat(unseen(declared(folder, "main.tf", text.formatted(""))
                        .states()
                        .get(0)
                        .exposure()))
                .contains("may or may not be about this repository");
    }

    @Test
    void cleanupThatMayNotBeThereIsUnknownForTheReasonItMayNot(@TempDir Path folder) {
        Declared declared = declared(folder, "main.tf", """
            variable "delete_untagged" {}
            resource "google_artifact_registry_repository" "app" {
              repository_id = "app"
              location      = "europe-west1"
              format        = "DOCKER"
              dynamic "cleanup_policies" {
                for_each = var.delete_untagged ? [1] : []
                content {
                  id     = "delete-untagged"
                  action = "DELETE"
                  condition {
                    tag_state = "UNTAGGED"
                  }
                }
              }
            }
            """);

        assertThat(unseen(state(declared, "google_artifact_registry_repository.app")
                        .lifecycle()))
                .isEqualTo("var.delete_untagged has no value here (main.tf:6)");
    }

    @Test
    void theBetaProviderGoesToTheSamePlaces(@TempDir Path folder) {
        Declared declared = declared(folder, "main.tf", """
            resource "google_artifact_registry_repository" "app" {
              provider      = google-beta
              repository_id = "app"
              location      = "europe-west1"
              format        = "DOCKER"
            }
            resource "google_artifact_registry_repository_iam_member" "all" {
              repository = "app"
              location   = "europe-west1"
              role       = "roles/artifactregistry.reader"
              member     = "allUsers"
            }
            """);

        assertThat(seen(state(declared, "google_artifact_registry_repository.app")
                                .exposure())
                        .reach())
                .isEqualTo(Exposure.Reach.ANONYMOUS);
    }

    @Test
    void nothingIsPushedToARemoteRepositoryNorToContainerRegistry() {
        assertThat(state(declared, NAME + "cache").tags())
                .isEqualTo(new Setting.Inapplicable<>("nothing is pushed to a remote_repository"));
        assertThat(state(declared, "google_container_registry.old").lifecycle())
                .isInstanceOf(Setting.Inapplicable.class);
    }

    @Test
    void findsARepositoryByItsProjectLocationAndName() {
        assertThat(declared.governing(image("europe-west3-docker.pkg.dev/acme-prod/images/orders:1")))
                .extracting(RepositoryState::subject)
                .containsExactly(NAME + "images");
        assertThat(declared.governing(image("europe-west3-docker.pkg.dev/acme-dev/images/orders:1")))
                .isEmpty();
        assertThat(declared.governing(image("us-docker.pkg.dev/acme-prod/images/orders:1")))
                .isEmpty();
    }
}
