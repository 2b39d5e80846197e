package io.github.registrymaven.google;

import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;

/** Ready to copy: what mends a push to Artifact Registry, for exactly this repository and identity. */
final class GoogleRemedies {
    private GoogleRemedies() {}

    /** The role on the repository and not on the project, which has others. */
    static List<Remedy> grant(Place place, String member, LeastRole role) {
        return List.of(
                new Remedy(
                        "Allow " + Session.words(member) + " to push to this one repository",
                        List.of("gcloud artifacts repositories add-iam-policy-binding "
                                + Words.argument(place.repository()) + " --project=" + Words.argument(place.project())
                                + " --location=" + Words.argument(place.location()) + " --member="
                                + Words.argument(member) + " --role=" + role.name()),
                        List.of()),
                new Remedy("Or declare it", List.of(), List.of(new Remedy.File("artifact-registry.tf", """
                                resource "google_artifact_registry_repository_iam_member" "push" {
                                  project    = "%s"
                                  location   = "%s"
                                  repository = "%s"
                                  role       = "%s"
                                  member     = "%s"
                                }
                                """.formatted(
                                place.project(), place.location(), place.repository(), role.name(), member)))));
    }

    static List<Remedy> create(Place place) {
        return List.of(
                new Remedy(
                        "Create it",
                        List.of("gcloud artifacts repositories create " + Words.argument(place.repository())
                                + " --project=" + Words.argument(place.project()) + " --location="
                                + Words.argument(place.location()) + " --repository-format=docker --immutable-tags"),
                        List.of()),
                new Remedy("Or declare it", List.of(), List.of(new Remedy.File("artifact-registry.tf", """
                                resource "google_artifact_registry_repository" "%s" {
                                  project       = "%s"
                                  location      = "%s"
                                  repository_id = "%s"
                                  format        = "DOCKER"

                                  docker_config {
                                    immutable_tags = true
                                  }
                                }
                                """.formatted(
                                place.repository().replaceAll("[^A-Za-z0-9_-]", "_"),
                                place.project(),
                                place.location(),
                                place.repository())))));
    }

    /** The right to create by a push holds for a whole project. */
    static Remedy createOnPush(Place place, String member) {
        return new Remedy(
                "Or let " + Session.words(member) + " create it by the push",
                List.of("gcloud projects add-iam-policy-binding " + Words.argument(place.project()) + " --member="
                        + Words.argument(member) + " --role=roles/artifactregistry.createOnPushWriter"),
                List.of());
    }
}
