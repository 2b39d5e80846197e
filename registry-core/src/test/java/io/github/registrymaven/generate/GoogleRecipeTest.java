package io.github.registrymaven.generate;

import static io.github.registrymaven.generate.Generations.GITHUB;
import static io.github.registrymaven.generate.Generations.GITLAB;
import static io.github.registrymaven.generate.Generations.all;
import static io.github.registrymaven.generate.Generations.file;
import static io.github.registrymaven.generate.Generations.generate;
import static io.github.registrymaven.generate.Generations.golden;
import static io.github.registrymaven.generate.Generations.paths;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whole texts are in golden files, which are read like code when they change. */
class GoogleRecipeTest {
    private static final String EU = "europe-west3-docker.pkg.dev/acme-prod/";

    @Test
    void generatesForGithub() throws IOException {
        Generation generation =
                generate(GITHUB, EU + "app/web:1.0", EU + "base/jre:latest", "eu.gcr.io/acme-prod/web:1.0");

        assertThat(all(generation)).isEqualTo(golden("google-github.txt"));
    }

    @Test
    void generatesForGitlab() throws IOException {
        Generation generation = generate(GITLAB, EU + "app/web:1.0");

        assertThat(all(generation)).isEqualTo(golden("google-gitlab.txt"));
    }

    @Test
    void leavesTagsToMoveWhereOneImageOfARepositoryHasAMovingTag() {
        Generation generation = generate(GITHUB, EU + "app/web:1.0", EU + "app/db:1.0", EU + "app/db:latest");

        assertThat(file(generation, "google-acme-prod/artifact-registry.tf")).contains("immutable_tags = false");
        assertThat(generation.notes()).anyMatch(note -> note.startsWith("app: its tags are left to move"));
    }

    @Test
    void aTagOfOneImageSaysNothingAboutThatOfAnother() {
        Generation generation = generate(GITHUB, EU + "app/web:1.2", EU + "app/db:1.2.3");

        assertThat(file(generation, "google-acme-prod/artifact-registry.tf")).contains("immutable_tags = true");
    }

    @Test
    void oneIdentityPushesToTheRepositoriesOfAllProjectsSinceTheyShareAHost() {
        Generation generation =
                generate(GITHUB, EU + "app/web:1", "europe-west3-docker.pkg.dev/example.com/shared/base/jre:1");

        assertThat(paths(generation))
                .contains(
                        "google/create-identity-github.sh",
                        "google-acme-prod/artifact-registry.tf",
                        "google-example.com_shared/artifact-registry.tf");
        assertThat(file(generation, "google/create-identity-github.sh"))
                .contains("add-iam-policy-binding app --project=acme-prod")
                .contains("add-iam-policy-binding base --project=example.com:shared");
        assertThat(file(generation, "github-actions.yml")).containsOnlyOnce("docker/login-action");
        assertThat(generation.notes()).anyMatch(note -> note.startsWith("the images go to 2 projects of Google's"));
    }

    @Test
    void theDomainOfAProjectComesLastInItsServiceAccount() {
        Generation generation = generate(GITHUB, "gcr.io/example.com/shared/web:1");

        assertThat(file(generation, "google/create-identity-github.sh"))
                .contains("push-shop@shared.example.com.iam.gserviceaccount.com")
                .contains("repositories add-iam-policy-binding gcr.io --project=example.com:shared --location=us");
    }

    @Test
    void nothingIsGrantedBeyondARepositoryAndNothingIsStored() {
        Generation generation = generate(null, EU + "app/web:1");

        assertThat(all(generation)).doesNotContain("secrets.", "gcloud projects add-iam-policy-binding", "keys create");
        assertThat(file(generation, "google/create-identity-gitlab.sh"))
                .contains("GROUP/PROJECT)")
                .contains("assertion.project_path == 'GROUP/PROJECT' && assertion.ref_type == 'branch'");
    }
}
