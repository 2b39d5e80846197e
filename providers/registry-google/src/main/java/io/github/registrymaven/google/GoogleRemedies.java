package io.github.registrymaven.google;

import io.github.registrymaven.blueprint.GoogleRepository;
import io.github.registrymaven.diagnosis.Remedy;
import java.util.List;

/** Ready to copy: what mends a push to Artifact Registry, for exactly this repository and identity. */
final class GoogleRemedies {
    private GoogleRemedies() {}

    /** The role on the repository and not on the project, which has others. */
    static List<Remedy> grant(Place place, String member, LeastRole role) {
        GoogleRepository repository = repository(place);
        return List.of(
                new Remedy(
                        "Allow " + Session.words(member) + " to push to this one repository",
                        List.of(repository.allow(Words.argument(member), role.name())),
                        List.of()),
                declared(repository.terraform(member, role.name())));
    }

    static List<Remedy> create(Place place) {
        GoogleRepository repository = repository(place);
        return List.of(
                new Remedy("Create it", repository.create(), List.of()),
                declared(GoogleRepository.terraform(List.of(repository))));
    }

    private static GoogleRepository repository(Place place) {
        return new GoogleRepository(place.project(), place.location(), place.repository(), true);
    }

    private static Remedy declared(String terraform) {
        return new Remedy("Or declare it", List.of(), List.of(new Remedy.File("artifact-registry.tf", terraform)));
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
