package io.github.registrymaven.declared;

import static io.github.registrymaven.declared.Fixtures.declared;
import static io.github.registrymaven.declared.Fixtures.image;
import static io.github.registrymaven.declared.Fixtures.seen;
import static io.github.registrymaven.declared.Fixtures.state;
import static io.github.registrymaven.declared.Fixtures.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registrymaven.policy.Encryption;
import io.github.registrymaven.policy.Exposure.Reach;
import io.github.registrymaven.policy.Lifecycle;
import io.github.registrymaven.policy.RepositoryState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google's own module for Artifact Registry, which is on the registry and is read by what it is given. */
class GoogleModuleTest {
    private static final String MODULE = """
        module "images" {
          source        = "GoogleCloudPlatform/artifact-registry/google"
          version       = "%s"
          project_id    = "acme-prod"
          location      = "europe-west1"
          repository_id = "team"
          format        = "DOCKER"
        %s
        }
        """;

    @TempDir
    Path folder;

    @Test
    void tellsWhatItIsGiven() {
        Declared declared = module(">= 0.2", """
            mode                   = "STANDARD_REPOSITORY"
            docker_config          = { immutable_tags = true }
            kms_key_name           = "projects/p/locations/l/keyRings/r/cryptoKeys/k"
            cleanup_policy_dry_run = false
            cleanup_policies = {
              old = {
                action    = "DELETE"
                condition = { tag_state = "ANY", older_than = "1209600s" }
              }
            }
            members = { readers = ["allUsers"], writers = ["group:team@example.com"] }""");
        RepositoryState images = state(declared, "module.images");

        assertThat(declared.problems()).isEmpty();
        assertThat(declared.governing(image("europe-west1-docker.pkg.dev/acme-prod/team/app:1")))
                .containsExactly(images);
        assertThat(declared.governing(image("europe-west1-docker.pkg.dev/other/team/app:1")))
                .isEmpty();
        assertThat(seen(images.tags()).immutable()).isTrue();
        assertThat(seen(images.encryption()).keeper()).isEqualTo(Encryption.Keeper.CUSTOMER);
        assertThat(seen(images.exposure()).reach()).isEqualTo(Reach.ANONYMOUS);
        assertThat(seen(images.exposure()).openings()).containsExactly("allUsers has roles/artifactregistry.reader");
        assertThat(seen(images.lifecycle()))
                .isEqualTo(new Lifecycle.Policy(
                        "{\"old\":{\"action\":\"DELETE\",\"condition\":{\"tagState\":\"ANY\",\"olderThan\":\"1209600s\"}}}",
                        false));
    }

    @Test
    void whatItIsNotGivenIsAKnownVersionsDefault() {
        RepositoryState images = state(module("~> 0.3.0", ""), "module.images");

        assertThat(seen(images.tags()).immutable()).isFalse();
        assertThat(seen(images.lifecycle())).isEqualTo(new Lifecycle.Absent());
        assertThat(seen(images.exposure()).reach()).isEqualTo(Reach.NAMED_PRINCIPALS);
    }

    @Test
    void whatItIsNotGivenIsUnknownOfAnyOtherVersion() {
        RepositoryState images = state(
                module("~> 0.3", "mode = \"STANDARD_REPOSITORY\"\ncleanup_policy_dry_run = false"), "module.images");

        assertThat(unseen(images.tags())).isEqualTo("docker_config is left to the module's own default (main.tf:1)");
        assertThat(unseen(images.lifecycle()))
                .isEqualTo("cleanup_policies is left to the module's own default (main.tf:1)");
    }

    @Test
    void membersThatAreNotKnownLeaveItOpenWhoMayRead() {
        Declared declared = declared(
                folder, "main.tf", "variable \"members\" {}\n" + MODULE.formatted("0.3.0", "members = var.members"));

        assertThat(unseen(state(declared, "module.images").exposure())).startsWith("a member is not known");
    }

    @Test
    void aRepositoryOfAnotherFormatHoldsNoImages() {
        assertThat(declared(folder, "main.tf", MODULE.formatted("0.3.0", "").replace("DOCKER", "MAVEN"))
                        .states())
                .isEmpty();
    }

    private Declared module(String version, String given) {
        return declared(folder, "main.tf", MODULE.formatted(version, given));
    }
}
